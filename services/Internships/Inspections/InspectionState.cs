using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Inspections;

/// <summary>A file to be inspected.</summary>
/// <param name="InspectionId">The inspection.</param>
/// <param name="DrawId">The draw that chose it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="UnitCode">Its unified social credit code.</param>
/// <param name="PlacementId">The placement.</param>
internal sealed record InspectionFile(Guid InspectionId, Guid DrawId, RegionCode Region, Guid UnitId, string UnitCode, Guid PlacementId);

/// <summary>What an inspection found.</summary>
/// <param name="Kind">Code of the list internship.fraud_kinds (H9 §四(二)).</param>
/// <param name="Detail">What was found, without personal data.</param>
internal sealed record Finding(string Kind, string Detail);

/// <summary>What is owed for a month after all.</summary>
internal sealed record Annulment(Guid EntitlementId, Money Owed);

internal enum InspectionOutcome
{
    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>What was found did not hold.</summary>
    Dismissed,

    /// <summary>What was found holds, and money is taken back.</summary>
    Upheld,
}

internal abstract record InspectionState
{
    private InspectionState()
    {
    }

    public sealed record NotOpened : InspectionState;

    public sealed record Open(InspectionFile File) : InspectionState;

    public sealed record Found(InspectionFile File, IReadOnlyList<Finding> Findings, DateOnly ReplyDueOn, string FoundBy, string? Reply) : InspectionState;

    public sealed record Concluded(InspectionFile File, IReadOnlyList<Finding> Findings, string? Reply, InspectionOutcome Outcome, string? Reason) : InspectionState;
}

internal abstract record InspectionCommand;

internal sealed record OpenInspection(InspectionFile File, DateOnly Today) : InspectionCommand;

/// <summary>What the inspector found; nothing ends the inspection.</summary>
internal sealed record RecordFindings(
    IReadOnlyList<Finding> Findings, Rule<CategoryList> Kinds, DateOnly ReplyDueOn, RuleVersion DueRule, string Actor, DateOnly Today) : InspectionCommand;

/// <summary>The unit's reply.</summary>
internal sealed record ReplyToFindings(string? Reply, string Actor, DateOnly Today) : InspectionCommand;

/// <summary>A second person concludes, once the unit has replied or its time is over.</summary>
internal sealed record ConcludeInspection(IReadOnlyList<Annulment> Annulments, string? Reason, string Actor, DateOnly Today) : InspectionCommand;

internal abstract record InspectionEvent;

internal sealed record InspectionOpened(InspectionFile File, DateOnly OpenedOn) : InspectionEvent;

internal sealed record FindingsRecorded(
    Guid InspectionId, IReadOnlyList<Finding> Findings, DateOnly ReplyDueOn, RuleVersion DueRule, string FoundBy, DateOnly FoundOn) : InspectionEvent;

internal sealed record FindingsReplied(Guid InspectionId, string Reply, string RepliedBy, DateOnly RepliedOn) : InspectionEvent;

internal sealed record InspectionConcluded(
    Guid InspectionId,
    InspectionOutcome Outcome,
    IReadOnlyList<Annulment> Annulments,
    string? Reason,
    string ConcludedBy,
    DateOnly ConcludedOn) : InspectionEvent;
