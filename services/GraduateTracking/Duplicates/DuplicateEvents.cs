using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Events of <c>duplicate-{caseId}</c>: two entries that may be of one person. Why they may be is named by signs, never by values.</summary>
internal abstract record DuplicateEvent
{
    private DuplicateEvent()
    {
    }

    /// <summary>Two people look alike.</summary>
    /// <param name="CaseId">The case; derived from the two people, so there is one a pair.</param>
    /// <param name="FirstPersonId">The one who was known first.</param>
    /// <param name="SecondPersonId">The other one.</param>
    /// <param name="Region">Smallest region that covers both entries: its officers may see both.</param>
    /// <param name="Signs">What is equal.</param>
    /// <param name="Points">What the signs come to; 0 where an officer suspected it.</param>
    /// <param name="Rule">The limit from which on a pair is looked at; null where an officer suspected it.</param>
    /// <param name="FoundOn">China date.</param>
    public sealed record LikelyDuplicateFound(
        Guid CaseId,
        Guid FirstPersonId,
        Guid SecondPersonId,
        string Region,
        IReadOnlyList<string> Signs,
        int Points,
        RuleVersion? Rule,
        DateOnly FoundOn) : DuplicateEvent;

    /// <summary>An officer found that they are one person.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="SurvivorId">Whose entry goes on.</param>
    /// <param name="AbsorbedId">Whose entry is merged into it.</param>
    /// <param name="Reason">Code of the pack's list <c>intake.duplicate_reasons</c>.</param>
    /// <param name="DecidedBy">Account.</param>
    /// <param name="DecidedOn">China date.</param>
    public sealed record DuplicateConfirmed(
        Guid CaseId, Guid SurvivorId, Guid AbsorbedId, string Reason, string DecidedBy, DateOnly DecidedOn) : DuplicateEvent;

    /// <summary>An officer found that they are two people.</summary>
    public sealed record DuplicateDismissed(Guid CaseId, string Reason, string DecidedBy, DateOnly DecidedOn) : DuplicateEvent;

    /// <summary>The merge was a mistake and is undone; the two are two people.</summary>
    public sealed record DuplicateUndone(
        Guid CaseId, Guid SurvivorId, Guid AbsorbedId, string Reason, string DecidedBy, DateOnly DecidedOn) : DuplicateEvent;
}
