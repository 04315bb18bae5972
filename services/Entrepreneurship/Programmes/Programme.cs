using System.Collections.Immutable;
using YouthPlatform.EventStore;
using static YouthPlatform.Entrepreneurship.Programmes.ProgrammeState;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>
/// A programme in a year, from its opening to the awards. Golden Bridge: colleges recommend, the province selects, hard tech and rural
/// revitalisation make at least half (G3 §三(三)3); the contest of Wuhan: about 200 projects (W62 §二(三)); Hubei's projects (E17 §二(三)).
/// </summary>
internal sealed class Programme : IDecider<ProgrammeState, ProgrammeCommand, ProgrammeEvent>
{
    private Programme()
    {
    }

    public static ProgrammeState Initial { get; } = new Unopened();

    public static string Stream(CallKey call) => $"programme-{call}";

    public static ProgrammeState Evolve(ProgrammeState state, ProgrammeEvent recorded) => (recorded, state) switch
    {
        (ProgrammeOpened e, _) => new Open(new(e.Call, e.Terms, ImmutableSortedDictionary<Guid, Entry>.Empty)),
        (ProjectEntered e, Open s) => new Open(
            s.File with { Entries = s.File.Entries.SetItem(e.ProjectId, new(e.ProjectId, e.Sector, e.Amount)) }),
        (ProjectLeft e, Open s) => new Open(s.File with { Entries = s.File.Entries.Remove(e.ProjectId) }),
        (ApplicationsClosed, Open s) => new ApplicationsOver(s.File),
        (PanelDrawn e, ApplicationsOver s) => new InReview(s.File, e.Seed),
        (ProjectsRanked e, InReview s) => new Ranked(s.File, e.Ranking, []),
        (SelectionProposed e, Ranked s) => new Proposed(s, e.Result, e.ProposedBy),
        (SelectionProposed e, Proposed s) => s with { Result = e.Result, ProposedBy = e.ProposedBy },
        (SelectionProposed e, Noticed s) => new Proposed(Struck(s), e.Result, e.ProposedBy),
        (NoticePublished e, Proposed s) => new Noticed(s, e.Until, e.PublishedBy, []),
        (ObjectionRaised e, Noticed s) => s with
        {
            Objections = s.Objections.Add(new(e.ObjectionId, e.ProjectId, e.Ground, e.Text, e.RaisedBy, e.RaisedOn)),
        },
        (ObjectionResolved e, Noticed s) => s with
        {
            Objections = s.Objections.ConvertAll(raised =>
                raised.ObjectionId == e.ObjectionId ? raised with { IsUpheld = e.IsUpheld, Reason = e.Reason } : raised),
        },
        (SelectionDecided e, Noticed s) => new Decided(s, e.Awards, e.DecidedOn),
        _ => state,
    };

    public static IReadOnlyList<ProgrammeEvent> Decide(ProgrammeCommand command, ProgrammeState state) => (command, state) switch
    {
        (OpenProgramme c, Unopened) => [new ProgrammeOpened(c.Call, c.Terms, c.Actor, c.Today)],
        (OpenProgramme, _) => [],
        (_, Unopened) => throw new RuleViolation("programme.not_open", "该项目计划尚未开放。"),

        (EnterProject c, Open s) => s.File.Entries.ContainsKey(c.ProjectId) ? [] : [new ProjectEntered(c.ProjectId, c.Sector, c.Amount)],
        (LeaveProgramme c, Open s) => s.File.Entries.ContainsKey(c.ProjectId) ? [new ProjectLeft(c.ProjectId)] : [],
        (EnterProject or LeaveProgramme, _) => throw new RuleViolation("programme.applications_closed", "申报已截止，不能再增减参评项目。"),

        (CloseApplications c, Open s) => Close(c, s.File),
        (CloseApplications, _) => [],

        (DrawPanel c, ApplicationsOver s) => [new PanelDrawn(s.File.Call, c.Seed, c.Position, c.Algorithm, c.Judges, c.Actor, c.Today)],
        (DrawPanel, Open) => throw new RuleViolation("programme.applications_open", "申报尚未截止，不能抽取评委。"),
        (DrawPanel, _) => [],

        (RankProjects c, InReview s) => [new ProjectsRanked(s.File.Call, c.TieRule, c.Ranking, c.Actor, c.Today)],
        (RankProjects, Open or ApplicationsOver) => throw new RuleViolation("programme.not_in_review", "尚未进入评审，不能排名。"),
        (RankProjects, _) => [],

        (_, Open or ApplicationsOver or InReview) => throw new RuleViolation("programme.not_ranked", "评审尚未结束，不能遴选。"),
        _ => Selecting.Decide(command, state),
    };

    private static Ranked Struck(Noticed notice) => notice.Proposal.Before with
    {
        Struck = notice.Proposal.Before.Struck.Union(Selecting.Upheld(notice)),
    };

    private static IReadOnlyList<ProgrammeEvent> Close(CloseApplications command, ProgrammeFile file)
    {
        if (command.Today <= file.Terms.ClosesOn)
        {
            throw new RuleViolation("programme.window_open", $"申报期至 {file.Terms.ClosesOn:yyyy-MM-dd}，期满后方可截止。");
        }

        return file.Entries.IsEmpty
            ? throw new RuleViolation("programme.field_empty", "没有通过审核的参评项目。")
            : [new ApplicationsClosed(file.Call, command.Actor, command.Today)];
    }
}
