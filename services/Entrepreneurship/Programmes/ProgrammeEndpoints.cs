using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using static YouthPlatform.Entrepreneurship.Programmes.ProgrammeState;
using ProgrammeAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Programmes.Programme,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeState,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeCommand,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeEvent>;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>The selection of a programme as a whole.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("programmes");
        group.MapGet("/{programme}", GetAsync).WithName("GetProgramme").WithSummary("Selection of a programme with its sector share");
        group.MapPost("/{programme}/closing", CloseAsync).WithName("CloseSelection").Idempotent().ChangesVersion()
            .WithSummary("Closes the selection; refused while the share of priority sectors is below the pack's threshold")
            .RequireRoles(Roles.ProvincialCommittee);
    }

    internal static Task<ProgrammeAggregate> LoadProgrammeAsync(this HttpCommand command, string programme) =>
        command.LoadAsync<Programme, ProgrammeState, ProgrammeCommand, ProgrammeEvent>(Programme.Stream(programme));

    private static async Task<Ok<ProgrammeView>> GetAsync(
        string programme, IEventStore store, ProgrammeRules rules, HttpResponse response, TimeProvider time, CancellationToken cancellationToken)
    {
        var loaded = await ProgrammeAggregate.LoadAsync(store, Programme.Stream(programme), cancellationToken);
        response.Headers.ETag = ETags.Of(loaded.Version);
        return TypedResults.Ok(ProgrammeView.Of(loaded.State, rules, time.Today()));
    }

    private static async Task<Answer<ProgrammeView>> CloseAsync(string programme, HttpCommand command, Caller caller, ProgrammeRules rules)
    {
        var loaded = await command.LoadProgrammeAsync(programme);
        command.RequireVersion(loaded.Version);
        var region = loaded.State.Region();
        caller.RequireRegion(region);
        var decision = loaded.Decide(new ProgrammeCommand.CloseSelection(
            rules.SectorShare(programme, region, command.Today), rules.Sectors(programme, region, command.Today), command.Actor, command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<ProgrammeView>(ProgrammeView.Of(decision.State, rules, command.Today), decision.Version));
    }
}

/// <summary>A programme's selection as its readers see it.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="State">open or closed.</param>
/// <param name="Selected">Projects in the selection.</param>
/// <param name="Counting">Those of them in sectors that count towards the share.</param>
/// <param name="Threshold">What the share must be at the close.</param>
/// <param name="Clause">Where that is written.</param>
internal sealed record ProgrammeView(string Programme, string State, int Selected, int Counting, string Threshold, string? Clause)
{
    public static ProgrammeView Of(ProgrammeState state, ProgrammeRules rules, DateOnly on) => state switch
    {
        Open s => Of(s.Code, "open", s.Region, s.Sectors.Values, rules, on),
        Closed s => Of(s.Code, "closed", s.Region, s.Sectors.Values, rules, s.ClosedOn),
        _ => throw ApiException.NotFound("programme.not_open", "该项目计划尚未开放。"),
    };

    private static ProgrammeView Of(
        string code, string state, RegionCode region, IEnumerable<string> sectors, ProgrammeRules rules, DateOnly on)
    {
        var share = rules.SectorShare(code, region, on);
        var all = sectors.ToList();
        return new(code, state, all.Count, rules.Sectors(code, region, on).Counting(all), share.Value.ToString(), share.Version.Clause);
    }
}
