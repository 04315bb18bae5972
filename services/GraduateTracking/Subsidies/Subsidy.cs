using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>
/// A subsidy for one person, found by matching data (H32 §二(一)2) or claimed (W62 §二(七)): offered, accepted, and approved by a second official.
/// </summary>
internal sealed class Subsidy : IDecider<SubsidyState, SubsidyCommand, SubsidyEvent>
{
    private Subsidy()
    {
    }

    public static SubsidyState Initial { get; } = new SubsidyState.NotFound();

    public static string Stream(Guid subsidyId) => $"subsidy-{subsidyId}";

    public static SubsidyState Evolve(SubsidyState state, SubsidyEvent recorded) => (recorded, state) switch
    {
        (SubsidyFound e, _) => new SubsidyState.Found(e.File, null),
        (SubsidyReassessed e, SubsidyState.Found s) => s with { File = e.File },
        (SubsidyClaimed e, _) => new SubsidyState.Accepted(e.File, null, [e.ClaimedBy]),
        (SubsidyOffered e, _) => new SubsidyState.Offered(state.FileOrThrow, state.InsuranceEndedOn, e.AnswerBy, e.OfferedBy),
        (SubsidyOfferLapsed, SubsidyState.Offered s) => new SubsidyState.Found(s.File, s.EndedOn),
        (SubsidyAccepted e, SubsidyState.Offered s) => new SubsidyState.Accepted(s.File, s.EndedOn, [s.OfferedBy, e.AcceptedBy]),
        (SubsidyDeclined e, _) => new SubsidyState.Declined(state.FileOrThrow, e.Reason),
        (SubsidyApproved e, SubsidyState.Accepted s) => new SubsidyState.Approved(s.File, s.EndedOn, s.Actors, MonthsOf(e)),
        (SubsidyApproved e, SubsidyState.Approved s) => s with { Months = s.Months.Union(MonthsOf(e)) },
        (SubsidyRejected e, _) => new SubsidyState.Rejected(state.FileOrThrow, e.Reason),
        (InsuranceEnded e, SubsidyState.Found s) => s with { EndedOn = e.EndedOn },
        (InsuranceEnded e, SubsidyState.Offered s) => s with { EndedOn = e.EndedOn },
        (InsuranceEnded e, SubsidyState.Accepted s) => s with { EndedOn = e.EndedOn },
        (InsuranceEnded e, SubsidyState.Approved s) => s with { EndedOn = e.EndedOn },
        _ => state,
    };

    public static IReadOnlyList<SubsidyEvent> Decide(SubsidyCommand command, SubsidyState state) => (command, state) switch
    {
        (FindSubsidy c, SubsidyState.NotFound) => [new SubsidyFound(c.File, c.Today)],
        (FindSubsidy c, SubsidyState.Found s) => SubsidyRules.Reassess(c, s.File),
        (FindSubsidy, _) => [],
        (ClaimSubsidy c, SubsidyState.NotFound or SubsidyState.Rejected) => SubsidyRules.Claim(c),
        (ClaimSubsidy, _) => throw new RuleViolation("subsidy.already_claimed", "该补贴已申领。"),
        (_, SubsidyState.NotFound) => throw new RuleViolation("subsidy.not_found", "没有该补贴。"),
        (EndInsurance c, _) => state.InsuranceEndedOn == c.EndedOn || state is SubsidyState.Declined or SubsidyState.Rejected
            ? []
            : [new InsuranceEnded(state.FileOrThrow.SubsidyId, c.EndedOn, c.Today)],
        (OfferSubsidy c, SubsidyState.Found s) => SubsidyRules.Offer(c, s.File, s.EndedOn),
        (OfferSubsidy c, SubsidyState.Offered s) when c.Today > s.AnswerBy =>
            [new SubsidyOfferLapsed(s.File.SubsidyId, s.File.PersonId, s.File.Slots, s.AnswerBy.AddDays(1)), .. SubsidyRules.Offer(c, s.File, s.EndedOn)],
        (AcceptSubsidy c, SubsidyState.Offered s) => SubsidyRules.Accept(c, s),
        (DeclineSubsidy c, SubsidyState.Offered s) => [SubsidyRules.Decline(c, s.File)],
        (ApproveSubsidy c, SubsidyState.Accepted s) => [SubsidyRules.Approve(c, s.File, s.EndedOn, s.Actors, [])],
        (ApproveSubsidy c, SubsidyState.Approved s) => IsApproved(c, s) ? [] : [SubsidyRules.Approve(c, s.File, s.EndedOn, s.Actors, s.Months)],
        (RejectSubsidy c, SubsidyState.Accepted s) => [SubsidyRules.Reject(c, s)],
        (AcceptSubsidy, SubsidyState.Accepted) or (DeclineSubsidy, SubsidyState.Declined) or (RejectSubsidy, SubsidyState.Rejected) => [],
        _ => throw new RuleViolation("subsidy.step_not_open", $"该补贴目前为“{SubsidyStatuses.NameOf(state)}”，不能进行此操作。"),
    };

    private static bool IsApproved(ApproveSubsidy command, SubsidyState.Approved state) =>
        command.Month is { } month ? state.Months.Contains(month) : state.File.Months is null;

    private static ImmutableSortedSet<YearMonth> MonthsOf(SubsidyApproved approved) => approved.Month is { } month ? [month] : [];
}
