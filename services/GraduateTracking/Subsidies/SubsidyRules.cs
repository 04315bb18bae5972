using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>What is asked of each step of a subsidy.</summary>
internal static class SubsidyRules
{
    public static IReadOnlyList<SubsidyEvent> Reassess(FindSubsidy command, SubsidyFile known) =>
        command.File.Checks.SequenceEqual(known.Checks) && command.File.Amount == known.Amount
            ? []
            : [new SubsidyReassessed(command.File, command.Today)];

    public static IReadOnlyList<SubsidyEvent> Claim(ClaimSubsidy command)
    {
        RequireEntitled(command.File);
        return [new SubsidyClaimed(command.File, command.Actor, command.Today)];
    }

    public static IReadOnlyList<SubsidyEvent> Offer(OfferSubsidy command, SubsidyFile file, DateOnly? endedOn)
    {
        RequireEntitled(file);
        RequireInsured(endedOn);
        var answerBy = command.Today.AddDays(command.AnswerDays.Value);
        return [new SubsidyOffered(file.SubsidyId, file.PersonId, file.Slots, answerBy, command.Actor, command.Today, command.AnswerDays.Version)];
    }

    public static IReadOnlyList<SubsidyEvent> Accept(AcceptSubsidy command, SubsidyState.Offered state) => command.Today > state.AnswerBy
        ? throw new RuleViolation("subsidy.offer_expired", $"答复期限为 {state.AnswerBy:yyyy-MM-dd}，现已届满，请联系经办机构重新推介。")
        : [new SubsidyAccepted(state.File.SubsidyId, command.Actor, command.Today)];

    public static SubsidyDeclined Decline(DeclineSubsidy command, SubsidyFile file) =>
        new(file.SubsidyId, file.PersonId, file.Slots, Reasons.Require(command.Reason), command.Actor, command.Today);

    public static SubsidyRejected Reject(RejectSubsidy command, SubsidyState.Accepted state)
    {
        FourEyes.Require(command.Actor, state.Actors.AsSpan());
        return new(state.File.SubsidyId, state.File.PersonId, state.File.Slots, Reasons.Require(command.Reason), command.Actor, command.Today);
    }

    public static SubsidyApproved Approve(
        ApproveSubsidy command, SubsidyFile file, DateOnly? endedOn, ImmutableArray<string> actors, ImmutableSortedSet<YearMonth> approved)
    {
        FourEyes.Require(command.Actor, actors.AsSpan());
        if (file.Months is { } most)
        {
            RequireMonth(command, file, endedOn, most, approved.Count);
        }
        else if (command.Month is not null)
        {
            throw new RuleViolation("subsidy.not_monthly", "该补贴一次性发放，不按月核定。");
        }
        else
        {
            RequireInsured(endedOn);
        }

        return new(file.SubsidyId, command.Month, file.Amount, command.Actor, command.Today);
    }

    /// <summary>A month is paid when it is over, was insured from its first to its last day, and is one of the first so many.</summary>
    private static void RequireMonth(ApproveSubsidy command, SubsidyFile file, DateOnly? endedOn, int most, int approved)
    {
        var month = command.Month ?? throw new RuleViolation("subsidy.month_missing", "该补贴按月核定，请填写月份。");
        if (month.LastDay >= command.Today)
        {
            throw new RuleViolation("subsidy.month_not_over", $"{month} 尚未结束，不能核定。");
        }

        if (month.FirstDay < FirstDayOf(file) || endedOn < month.LastDay || file.To < month.LastDay)
        {
            throw new RuleViolation("subsidy.month_not_insured", $"{month} 未在该单位参保满月。");
        }

        if (approved >= most)
        {
            throw new RuleViolation("subsidy.months_used_up", $"该补贴最多发放 {most} 个月。");
        }
    }

    /// <summary>The month in which the insurance begins counts: it is insured by the month.</summary>
    private static DateOnly FirstDayOf(SubsidyFile file) => new(file.From.Year, file.From.Month, 1);

    private static void RequireEntitled(SubsidyFile file)
    {
        if (file.Checks.Where(check => !check.Passed).Select(check => check.Name).ToList() is { Count: > 0 } failed)
        {
            throw new RuleViolation("subsidy.not_entitled", $"不符合享受条件，未通过的核验：{string.Join('、', failed)}。");
        }
    }

    private static void RequireInsured(DateOnly? endedOn)
    {
        if (endedOn is { } day)
        {
            throw new RuleViolation("subsidy.insurance_ended", $"该人员已于 {day:yyyy-MM-dd} 在该单位停保。");
        }
    }
}
