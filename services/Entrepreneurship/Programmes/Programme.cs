using System.Collections.Immutable;
using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Programmes.ProgrammeState;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>
/// The selection of a programme: which projects are in, and whether the set may be closed. Golden Bridge closes only while the
/// sectors that count towards its share make up the threshold (G3 §三(三)3).
/// </summary>
internal sealed class Programme : IDecider<ProgrammeState, ProgrammeCommand, ProgrammeEvent>
{
    /// <summary>Name of the check of the sector share.</summary>
    public const string SectorShareCheck = "programme.sector_share";

    private Programme()
    {
    }

    public static ProgrammeState Initial { get; } = new Unopened();

    public static string Stream(string code) => $"programme-{code}";

    public static ProgrammeState Evolve(ProgrammeState state, ProgrammeEvent recorded) => (state, recorded) switch
    {
        (_, ProgrammeOpened e) => new Open(e.Code, e.Rule.Jurisdiction, ImmutableDictionary<Guid, string>.Empty),
        (Open s, ProjectEntered e) => s with { Sectors = s.Sectors.SetItem(e.ProjectId, e.Sector) },
        (Open s, SelectionClosed e) => new Closed(s.Code, s.Region, s.Sectors, e.ClosedOn),
        _ => throw new InvalidOperationException($"{recorded.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static IReadOnlyList<ProgrammeEvent> Decide(ProgrammeCommand command, ProgrammeState state) => (command, state) switch
    {
        (ProgrammeCommand.OpenProgramme c, Unopened) => [new ProgrammeOpened(c.Code, c.Rule, c.Actor, c.On)],
        (ProgrammeCommand.OpenProgramme, _) => [],
        (_, Unopened) => throw new RuleViolation("programme.not_open", "该项目计划尚未开放。"),

        (ProgrammeCommand.Enter c, Open s) => s.Sectors.ContainsKey(c.ProjectId) ? [] : [new ProjectEntered(c.ProjectId, c.Sector)],
        (ProgrammeCommand.Enter c, Closed s) when s.Sectors.ContainsKey(c.ProjectId) => [],
        (ProgrammeCommand.Enter, Closed) => throw new RuleViolation("programme.selection_closed", "遴选已结束，不能再选入项目。"),

        (ProgrammeCommand.CloseSelection c, Open s) => [CloseSelection(c, s)],
        (ProgrammeCommand.CloseSelection, Closed) => [],

        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    private static SelectionClosed CloseSelection(ProgrammeCommand.CloseSelection c, Open s)
    {
        var counting = c.Sectors.Counting(s.Sectors.Values);
        var check = new NamedCheck(
            SectorShareCheck,
            c.Share.Value.IsMetByShare(counting, s.Sectors.Count),
            new Dictionary<string, string>
            {
                ["counting"] = counting.ToString(CultureInfo.InvariantCulture),
                ["selected"] = s.Sectors.Count.ToString(CultureInfo.InvariantCulture),
                ["threshold"] = c.Share.Value.ToString(),
            },
            c.Share.Version);
        return check.Passed
            ? new SelectionClosed(s.Code, check, c.Actor, c.On)
            : throw new RuleViolation(
                "programme.sector_share_not_met", $"重点领域项目 {counting} 个，入选项目 {s.Sectors.Count} 个，占比应 {c.Share.Value}，不能结束遴选。");
    }
}
