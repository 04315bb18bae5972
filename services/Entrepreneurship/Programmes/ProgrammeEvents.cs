using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

internal abstract record ProgrammeEvent
{
    private protected ProgrammeEvent()
    {
    }
}

/// <summary>Recommendations and selection of a programme began under a pack's rule.</summary>
internal sealed record ProgrammeOpened(string Code, RuleVersion Rule, string OpenedBy, DateOnly OpenedOn) : ProgrammeEvent;

/// <summary>A selected project entered the set that the programme's constraints are checked on.</summary>
internal sealed record ProjectEntered(Guid ProjectId, string Sector) : ProgrammeEvent;

/// <summary>The selection was closed, its share checked.</summary>
internal sealed record SelectionClosed(string Code, NamedCheck SectorShare, string ClosedBy, DateOnly ClosedOn) : ProgrammeEvent;
