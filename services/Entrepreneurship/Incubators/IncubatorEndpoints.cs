using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Incubators;

/// <summary>Incubators: certification, places, tenants, yearly checks.</summary>
internal static class IncubatorEndpoints
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static void MapIncubators(this IEndpointRouteBuilder routes)
    {
        var incubators = routes.MapV1("incubators");
        incubators.MapGet("", ListAsync).WithName("ListIncubators").WithSummary("Incubators with their free places, for everyone; those due for a check by year");
        incubators.MapGet("{incubatorId:guid}", GetAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("GetIncubator").WithSummary("An incubator with its tenants");
        incubators.MapPost("", ApplyAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates().WithName("ApplyAsIncubator")
            .WithSummary("Apply for certification; for the caller's unit").WithExample(new IncubatorRequest("示例创业孵化基地", "430100", 20, ["legal", "finance"]));
        Step(incubators, "certification", CertifyAsync, [Roles.Reviewer], "CertifyIncubator", "Certify an incubator for the years of the packs");
        Step(incubators, "refusal", RefuseAsync, [Roles.Reviewer], "RefuseIncubator", "Refuse the certification").WithExample(new ReasonRequest("场地不足"));
        Step(incubators, "checks", CheckAsync, [Roles.Reviewer], "CheckIncubator", "Record the yearly check; one that is failed ends the certification")
            .WithExample(new CheckRequest(2023, IsPassed: true));
        Step(incubators, "tenants", GrantAsync, [Roles.HostUnit], "GrantSpace", "Give a team space, free of charge or reduced")
            .WithExample(new SpaceRequest(SomeId, IsGraduate: true, 2, "free", new(2023, 9, 1)));
        Step(incubators, "tenants/{tenantId:guid}/end", EndAsync, [Roles.HostUnit], "EndTenancy", "End a tenancy; its places are free again");
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder incubators, string path, Delegate handler, string[] roles, string name, string summary) =>
        incubators.MapPost($"{{incubatorId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static Task<Answer<IncubatorView>> ApplyAsync(IncubatorRequest request, StartupRules rules, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        var unit = desk.Caller.Unit ?? throw new ForbiddenException("auth.unit_forbidden", "访问令牌中没有单位标识（unit）。");
        var file = new IncubatorFile(desk.Command.NewId(), request.Name, unit, region, request.Places, request.Services);
        var applied = new IncubatorAggregate(Incubator.Stream(file.IncubatorId), 0, Incubator.Initial)
            .Decide(new ApplyAsIncubator(file, rules.IncubatorServices(region, desk.Today), desk.Actor, desk.Today));
        return desk.CommitAsync(applied, IncubatorView.Of, location: $"/v1/incubators/{file.IncubatorId}");
    }

    private static async Task<Answer<IncubatorView>> CertifyAsync(Guid incubatorId, StartupRules rules, [AsParameters] Desk desk)
    {
        var found = await InRegionAsync(incubatorId, desk);
        var years = rules.CertifiedYears(found.State.FileOrNull!.Region, desk.Today);
        return await desk.CommitAsync(desk.Decide(found, new CertifyIncubator(years, desk.Actor, desk.Today)), IncubatorView.Of);
    }

    private static async Task<Answer<IncubatorView>> RefuseAsync(Guid incubatorId, ReasonRequest request, [AsParameters] Desk desk) =>
        await desk.CommitAsync(
            desk.Decide(await InRegionAsync(incubatorId, desk), new RefuseIncubator(request.Reason, desk.Actor, desk.Today)), IncubatorView.Of);

    private static async Task<Answer<IncubatorView>> CheckAsync(Guid incubatorId, CheckRequest request, [AsParameters] Desk desk) =>
        await desk.CommitAsync(
            desk.Decide(await InRegionAsync(incubatorId, desk), new RecordCheck(request.Year, request.IsPassed, request.Findings, desk.Actor, desk.Today)),
            IncubatorView.Of);

    private static async Task<Answer<IncubatorView>> GrantAsync(Guid incubatorId, SpaceRequest request, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(incubatorId, desk);
        var tenancy = new Tenancy(
            desk.Command.NewId(), request.LeaderId, request.IsGraduate, request.FirmCode, request.Places, request.Terms, request.From);
        return await desk.CommitAsync(desk.Decide(found, new GrantSpace(tenancy, desk.Actor, desk.Today)), IncubatorView.Of);
    }

    private static async Task<Answer<IncubatorView>> EndAsync(Guid incubatorId, Guid tenantId, [AsParameters] Desk desk) =>
        await desk.CommitAsync(desk.Decide(await OwnAsync(incubatorId, desk), new EndTenancy(tenantId, desk.Today)), IncubatorView.Of);

    private static async Task<IncubatorAggregate> InRegionAsync(Guid incubatorId, Desk desk)
    {
        var found = await LoadAsync(incubatorId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(found.State.FileOrNull!.Region);
        return found;
    }

    private static async Task<IncubatorAggregate> OwnAsync(Guid incubatorId, Desk desk)
    {
        var found = await LoadAsync(incubatorId, desk.Store, desk.Cancellation);
        desk.Caller.RequireUnit(found.State.FileOrNull!.CreditCode);
        return found;
    }

    private static async Task<IncubatorAggregate> LoadAsync(Guid incubatorId, IEventStore store, CancellationToken cancellation) =>
        (await IncubatorAggregate.LoadAsync(store, Incubator.Stream(incubatorId), cancellation)).OrNotFound("incubator.not_found", "没有该创业孵化基地。");

    private static async Task<Ok<IncubatorView>> GetAsync(
        Guid incubatorId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await LoadAsync(incubatorId, store, cancellation);
        var file = found.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequireUnit(file.CreditCode);
        }

        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(IncubatorView.Of(found.State));
    }

    private static async Task<Ok<Page<IncubatorRow>>> ListAsync(
        [Description("Only certified ones without a passed check of this year")] int? uncheckedIn,
        Guid? after,
        int? limit,
        NpgsqlDataSource database,
        CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(IncubatorRow.Select, [uncheckedIn, after ?? Guid.Empty, size + 1], IncubatorRow.Of, cancellation);
        return TypedResults.Ok(Page<IncubatorRow>.Of(rows, size, row => row.IncubatorId.ToString()));
    }
}

/// <summary>An incubator as officials and its own unit see it.</summary>
internal sealed record IncubatorView(
    Guid IncubatorId,
    string Name,
    string CreditCode,
    string Region,
    [property: Description("applied, certified, refused or revoked")] string State,
    string? Reason,
    int Places,
    int FreePlaces,
    DateOnly? CertifiedUntil,
    IReadOnlyList<int> CheckedYears,
    IReadOnlyList<Tenancy> Tenants)
{
    public static IncubatorView Of(IncubatorState state)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("An incubator that never applied has no view.");
        var view = new IncubatorView(
            file.IncubatorId, file.Name, file.CreditCode, file.Region.Value, "applied", null, file.Places, file.Places, null, [], []);
        return state switch
        {
            IncubatorState.Certified s => view with
            {
                State = "certified", FreePlaces = s.FreePlaces, CertifiedUntil = s.Until, CheckedYears = [.. s.CheckedYears], Tenants = [.. s.Tenants.Values],
            },
            IncubatorState.Over s => view with { State = s.Outcome, Reason = s.Reason },
            _ => view,
        };
    }
}

/// <summary>An incubator in a list.</summary>
internal sealed record IncubatorRow(Guid IncubatorId, string Name, string Region, string State, int Places, int Tenants, DateOnly? CertifiedUntil)
{
    public const string Select =
        """
        SELECT incubator_id, name, region, state, places, tenants, certified_until FROM incubators
        WHERE ($1::int IS NULL OR (state = 'certified' AND coalesce(checked_year, 0) < $1)) AND incubator_id > $2 ORDER BY incubator_id LIMIT $3
        """;

    public static IncubatorRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.DateOrNull(6));
}

/// <summary>A new incubator.</summary>
internal sealed record IncubatorRequest(string Name, string Region, int Places, [property: Description("Codes of incubator.services")] IReadOnlyList<string> Services);

/// <summary>A yearly check.</summary>
internal sealed record CheckRequest(int Year, bool IsPassed, string? Findings = null);

/// <summary>Space for a team.</summary>
internal sealed record SpaceRequest(
    Guid LeaderId,
    [property: Description("Whether the leader is a graduate or student")] bool IsGraduate,
    int Places,
    [property: Description("free or reduced")] string Terms,
    DateOnly From,
    string? FirmCode = null);
