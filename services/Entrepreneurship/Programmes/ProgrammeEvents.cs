using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

internal abstract record ProgrammeEvent
{
    private protected ProgrammeEvent()
    {
    }
}

/// <summary>A programme was opened for a year, under terms that stay as they are.</summary>
internal sealed record ProgrammeOpened(CallKey Call, ProgrammeTerms Terms, string OpenedBy, DateOnly OpenedOn) : ProgrammeEvent;

/// <summary>An accepted project entered the field that is reviewed together.</summary>
internal sealed record ProjectEntered(Guid ProjectId, string Sector, Money Amount) : ProgrammeEvent;

/// <summary>An accepted project was withdrawn.</summary>
internal sealed record ProjectLeft(Guid ProjectId) : ProgrammeEvent;

/// <summary>Applications were closed: the field is fixed. This event's digest is the seed of the draws.</summary>
internal sealed record ApplicationsClosed(CallKey Call, string ClosedBy, DateOnly ClosedOn) : ProgrammeEvent;

/// <summary>Judges were drawn for every project of the field.</summary>
/// <param name="Call">The programme and year.</param>
/// <param name="Seed">The digest of the close of applications as the log holds it, lower-case hex.</param>
/// <param name="Position">Position of that event.</param>
/// <param name="Algorithm">How judges were drawn with it.</param>
/// <param name="Judges">Accounts in the pool, with how many projects each was given.</param>
/// <param name="DrawnBy">Account.</param>
/// <param name="DrawnOn">China date.</param>
internal sealed record PanelDrawn(
    CallKey Call, string Seed, long Position, string Algorithm, IReadOnlyList<JudgeLoad> Judges, string DrawnBy, DateOnly DrawnOn) : ProgrammeEvent;

/// <summary>How many projects a judge was given.</summary>
internal sealed record JudgeLoad(string Judge, int Projects);

/// <summary>All scores were in: the ranking is fixed.</summary>
internal sealed record ProjectsRanked(CallKey Call, string TieRule, IReadOnlyList<RankedProject> Ranking, string RankedBy, DateOnly RankedOn) : ProgrammeEvent;

/// <summary>A selection was proposed.</summary>
internal sealed record SelectionProposed(CallKey Call, SelectionResult Result, string ProposedBy, DateOnly ProposedOn) : ProgrammeEvent;

/// <summary>Another person approved the proposed selection; it is shown to the public until a day.</summary>
internal sealed record NoticePublished(CallKey Call, DateOnly Until, string PublishedBy, DateOnly PublishedOn) : ProgrammeEvent;

/// <summary>Somebody objects to a selected project.</summary>
internal sealed record ObjectionRaised(Guid ObjectionId, Guid ProjectId, string Ground, string Text, string RaisedBy, DateOnly RaisedOn) : ProgrammeEvent;

/// <summary>An objection was looked into; one that is upheld takes the project out.</summary>
internal sealed record ObjectionResolved(Guid ObjectionId, bool IsUpheld, string Reason, string ResolvedBy, DateOnly ResolvedOn) : ProgrammeEvent;

/// <summary>The selection was decided: awards are granted.</summary>
/// <param name="Call">The programme and year.</param>
/// <param name="Awards">Amounts by project.</param>
/// <param name="Checks">Notice, objections and the hard constraints.</param>
/// <param name="DecidedBy">Account.</param>
/// <param name="DecidedOn">China date.</param>
internal sealed record SelectionDecided(
    CallKey Call, IReadOnlyList<AwardedAmount> Awards, IReadOnlyList<NamedCheck> Checks, string DecidedBy, DateOnly DecidedOn) : ProgrammeEvent;

/// <summary>What a project is awarded.</summary>
internal sealed record AwardedAmount(Guid ProjectId, Money Amount);
