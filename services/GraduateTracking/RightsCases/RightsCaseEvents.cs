using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RightsCases;

internal abstract record RightsCaseEvent;

internal sealed record RightsCaseOpened(RightsCaseFile File) : RightsCaseEvent;

internal sealed record RightsCaseInvestigated(
    Guid CaseId, string Findings, int GraduatesConcerned, string InvestigatedBy, DateOnly InvestigatedOn) : RightsCaseEvent;

internal sealed record RightsCaseReturned(Guid CaseId, string Reason, string ReturnedBy, DateOnly ReturnedOn) : RightsCaseEvent;

internal sealed record RightsCaseConcluded(
    Guid CaseId,
    RegionCode Region,
    string Kind,
    CaseOutcome Outcome,
    int GraduatesConcerned,
    RectificationOrder? Order,
    string Reason,
    string ConcludedBy,
    DateOnly ConcludedOn) : RightsCaseEvent;

internal sealed record RectificationReported(Guid CaseId, string Report, string ReportedBy, DateOnly ReportedOn) : RightsCaseEvent;

internal sealed record RectificationRefused(
    Guid CaseId, string Reason, DateOnly DueOn, RuleVersion DueRule, string RefusedBy, DateOnly RefusedOn) : RightsCaseEvent;

internal sealed record RectificationConfirmed(Guid CaseId, string ConfirmedBy, DateOnly ConfirmedOn) : RightsCaseEvent;
