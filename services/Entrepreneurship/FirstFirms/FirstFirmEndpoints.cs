using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.FirstFirms;

/// <summary>The one-off subsidy for a first firm.</summary>
internal static class FirstFirmEndpoints
{
    /// <summary>Kind of its entitlements.</summary>
    public const string Kind = "first_firm_subsidy";

    private const string Once = "once";

    public static void MapFirstFirms(this IEndpointRouteBuilder routes)
    {
        var firms = routes.MapV1("first-firms");
        firms.MapPost("", ApplyAsync).RequireRoles(Roles.Graduate).Idempotent().Creates().WithName("ApplyForFirstFirmSubsidy")
            .WithSummary("Apply for the one-off subsidy of a first firm or sole proprietorship (H32 §二(三)7)")
            .WithExample(new FirstFirmRequest("430100", "91430102000000019R", new(2022, 9, 1), new(2022, 6, 30), IsFirst: true));
        firms.MapGet("", ListAsync).RequireRoles(Access.Readers).WithName("ListFirstFirmSubsidies").WithSummary("Applications of the caller's regions, or the caller's own");
        firms.MapGet("{applicationId:guid}", GetAsync).RequireRoles(Access.Readers).WithName("GetFirstFirmSubsidy").WithSummary("An application");
        Step(firms, "confirmation", ConfirmAsync, Roles.Reviewer, "ConfirmFirstFirm", "Confirm, with what was seen, that it is the first")
            .WithExample(new EvidenceRequest("市场主体登记信息查询，无在先登记"));
        Step(firms, "approval", ApproveAsync, Roles.Approver, "ApproveFirstFirm", "Approve the subsidy; by another person. Pay runs pay it");
        Step(firms, "rejection", RejectAsync, Roles.Reviewer, "RejectFirstFirm", "Reject the application").WithExample(new ReasonRequest("有在先登记"));
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder firms, string path, Delegate handler, string role, string name, string summary) =>
        firms.MapPost($"{{applicationId:guid}}/{path}", handler).RequireRoles(role).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static Task<Answer<FirstFirmView>> ApplyAsync(FirstFirmRequest request, StartupRules rules, OnePerson people, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        var person = desk.Caller.Person ?? throw new ForbiddenException("auth.person_missing", "访问令牌中没有人员标识（person）。");
        var file = new FirstFirmFile(desk.Command.NewId(), person, region, request.FirmCode, request.RegisteredOn, request.LeftSchoolOn, request.IsFirst);
        var applied = new FirstFirmAggregate(FirstFirm.Stream(file.ApplicationId), 0, FirstFirm.Initial)
            .Decide(new ApplyForFirstFirm(file, rules.FirstFirm(region, desk.Today), desk.Actor, desk.Today));
        return desk.Command.RetryAsync(async () => await desk.CommitAsync(
            applied,
            FirstFirmView.Of,
            await people.FirstFirmAsync(person, OnePerson.File.New(file.ApplicationId), desk.Cancellation),
            $"/v1/first-firms/{file.ApplicationId}"));
    }

    private static async Task<Answer<FirstFirmView>> ConfirmAsync(Guid applicationId, EvidenceRequest request, [AsParameters] Desk desk) => await desk.CommitAsync(
        desk.Decide(await InRegionAsync(applicationId, desk), new ConfirmFirstFirm(request.Evidence, desk.Actor, desk.Today)), FirstFirmView.Of);

    private static async Task<Answer<FirstFirmView>> RejectAsync(Guid applicationId, ReasonRequest request, [AsParameters] Desk desk) => await desk.CommitAsync(
        desk.Decide(await InRegionAsync(applicationId, desk), new RejectFirstFirm(request.Reason, desk.Actor, desk.Today)), FirstFirmView.Of);

    /// <summary>What the founder is owed commits with the approval.</summary>
    private static async Task<Answer<FirstFirmView>> ApproveAsync(Guid applicationId, PayDesk payments, OnePerson people, [AsParameters] Desk desk)
    {
        var decision = desk.Decide(await InRegionAsync(applicationId, desk), new ApproveFirstFirm(desk.Actor, desk.Today));
        List<StreamAppend> grants = [];
        foreach (var approved in decision.Append.Events.OfType<FirstFirmApproved>())
        {
            var file = approved.File;
            var key = new EntitlementKey(AwardGrants.Scheme, file.PersonId, Once, Kind);
            var entitlement = new EntitlementFile(key.ToId(), key, file.PersonId, file.FirmCode, file.Region, file.ApplicationId, file.ApplicationId);
            grants.Add(await payments.GrantAsync(new GrantEntitlement(entitlement, approved.Amount, desk.Actor, desk.Today), desk.Cancellation));
            grants.AddRange(await people.FirstFirmAsync(file.PersonId, OnePerson.File.OnFile(applicationId), desk.Cancellation));
        }

        return await desk.CommitAsync(decision, FirstFirmView.Of, grants);
    }

    private static async Task<FirstFirmAggregate> InRegionAsync(Guid applicationId, Desk desk)
    {
        var found = await LoadAsync(applicationId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(found.State.FileOrNull!.Region);
        return found;
    }

    private static async Task<FirstFirmAggregate> LoadAsync(Guid applicationId, IEventStore store, CancellationToken cancellation) =>
        (await FirstFirmAggregate.LoadAsync(store, FirstFirm.Stream(applicationId), cancellation)).OrNotFound("first_firm.not_found", "没有该申请。");

    private static async Task<Ok<FirstFirmView>> GetAsync(
        Guid applicationId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await LoadAsync(applicationId, store, cancellation);
        var file = found.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequirePerson(file.PersonId);
        }

        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(FirstFirmView.Of(found.State));
    }

    private static async Task<Ok<Page<FirstFirmRow>>> ListAsync(
        string? region, string? state, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] whose = caller.IsOfficial() ? [RegionPatterns.Of(caller, region), null] : [null, caller.Person ?? Guid.Empty];
        var rows = await database.RowsAsync(FirstFirmRow.Select, [.. whose, state, after ?? Guid.Empty, size + 1], FirstFirmRow.Of, cancellation);
        return TypedResults.Ok(Page<FirstFirmRow>.Of(rows, size, row => row.ApplicationId.ToString()));
    }
}

/// <summary>An application as its founder and officials see it.</summary>
internal sealed record FirstFirmView(
    Guid ApplicationId,
    Guid PersonId,
    string Region,
    string FirmCode,
    DateOnly RegisteredOn,
    [property: Description("applied, confirmed, approved or rejected")] string State,
    string? Reason)
{
    public static FirstFirmView Of(FirstFirmState state)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("What was never applied for has no view.");
        var (name, reason) = state switch
        {
            FirstFirmState.Confirmed => ("confirmed", null),
            FirstFirmState.Over s => (s.Outcome, s.Reason),
            _ => ("applied", null),
        };
        return new(file.ApplicationId, file.PersonId, file.Region.Value, file.FirmCode, file.RegisteredOn, name, reason);
    }
}

/// <summary>An application in a list.</summary>
internal sealed record FirstFirmRow(Guid ApplicationId, string FirmCode, string Region, Money Amount, string State)
{
    public const string Select =
        """
        SELECT application_id, firm_code, region, amount, state FROM first_firms
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::uuid IS NULL OR person_id = $2) AND ($3::text IS NULL OR state = $3)
            AND application_id > $4 ORDER BY application_id LIMIT $5
        """;

    public static FirstFirmRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), Money.Of(row.GetDecimal(3)), row.GetString(4));
}

/// <summary>A new application.</summary>
internal sealed record FirstFirmRequest(
    string Region,
    [property: Description("Unified social credit code")] string FirmCode,
    DateOnly RegisteredOn,
    [property: Description("Left out by students")] DateOnly? LeftSchoolOn = null,
    [property: Description("Whether it is the person's first firm or sole proprietorship")] bool IsFirst = false);

/// <summary>What a reviewer saw.</summary>
internal sealed record EvidenceRequest(string Evidence);
