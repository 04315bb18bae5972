using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RightsCases;

internal abstract record RightsCaseCommand;

internal sealed record OpenRightsCase(RightsCaseFile File) : RightsCaseCommand;

internal sealed record InvestigateRightsCase(string? Findings, int GraduatesConcerned, string Actor, DateOnly Today) : RightsCaseCommand;

/// <summary>Hands the case back to be investigated further.</summary>
internal sealed record ReturnRightsCase(string? Reason, string Actor, DateOnly Today) : RightsCaseCommand;

internal sealed record ConcludeRightsCase(CaseOutcome Outcome, RectificationOrder? Order, string? Reason, string Actor, DateOnly Today) : RightsCaseCommand;

internal sealed record ReportRectification(string? Report, string Actor, DateOnly Today) : RightsCaseCommand;

internal sealed record ConfirmRectification(string Actor, DateOnly Today) : RightsCaseCommand;

internal sealed record RefuseRectification(string? Reason, DateOnly DueOn, RuleVersion DueRule, string Actor, DateOnly Today) : RightsCaseCommand;
