using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>How an internship ends, and what comes after it (H9 §二(六), §三(一), §三(三)).</summary>
internal static class EndRules
{
    /// <summary>Flag of the reasons after which follow-up help is asked for.</summary>
    public const string NeedsFollowUp = "needs_follow_up";

    public static PlacementEvent Complete(CompleteInternship command, PlacementAgreement agreement) => command.Today < agreement.EndsOn
        ? throw new RuleViolation("placement.not_over", $"见习约定于 {agreement.EndsOn:yyyy-MM-dd} 期满；提前结束请说明理由。")
        : new InternshipCompleted(agreement.PlacementId, agreement.PersonId, agreement.UnitId, agreement.Region, agreement.EndsOn);

    public static IReadOnlyList<PlacementEvent> EndEarly(EndInternshipEarly command, PlacementAgreement agreement)
    {
        if (command.EndedOn < agreement.StartsOn || command.EndedOn >= agreement.EndsOn || command.EndedOn > command.Today)
        {
            throw new RuleViolation("placement.end_date_invalid", "提前结束的日期应在见习期内，且不得晚于今日。");
        }

        if (!command.Reasons.TryGet(command.Reason, out var reason))
        {
            var known = string.Join('、', command.Reasons.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("placement.end_reason_unknown", $"提前结束的原因应为以下之一：{known}。");
        }

        var ended = new InternshipEndedEarly(
            agreement.PlacementId,
            agreement.PersonId,
            agreement.UnitId,
            agreement.Region,
            command.EndedOn,
            reason.Code,
            command.Actor);
        return reason.Has(NeedsFollowUp) ? [ended, FollowUp(agreement, command.EndedOn, command.Actor, command.Today)] : [ended];
    }

    public static PlacementEvent Hire(HireEarly command, PlacementAgreement agreement)
    {
        var contract = command.Contract;
        RequireContract(contract, agreement, command.Today);
        if (contract.SignedOn > agreement.EndsOn || contract.From > agreement.EndsOn)
        {
            throw new RuleViolation("hire.after_end", "见习期满后录用的，请在见习期满后登记留用。");
        }

        return new InternHiredEarly(
            agreement.PlacementId,
            agreement.PersonId,
            agreement.UnitId,
            agreement.Region,
            contract.From.AddDays(-1),
            contract,
            [
                new NamedCheck(
                    "early_hire.contract_months",
                    contract.LastsMonths(command.LeastMonths.Value),
                    Facts(("from", contract.From), ("to", contract.To), ("months", command.LeastMonths.Value)),
                    command.LeastMonths.Version),
                InsuredInTime(contract, command.Rules),
            ]);
    }

    public static PlacementEvent Retain(RetainIntern command, PlacementState.Completed completed)
    {
        var agreement = completed.Arrangement.Agreement;
        var contract = command.Contract;
        RequireContract(contract, agreement, command.Today);
        var until = completed.EndedOn.AddDays(command.Rules.RetentionDays.Value);
        if (contract.SignedOn > until)
        {
            throw new RuleViolation("retention.signed_late", $"留用须在 {until:yyyy-MM-dd} 前签订劳动合同。");
        }

        return new InternRetained(
            agreement.PlacementId,
            agreement.PersonId,
            agreement.UnitId,
            agreement.Region,
            completed.EndedOn,
            contract,
            [
                new NamedCheck(
                    "retention.signed_in_time",
                    true,
                    Facts(("signedOn", contract.SignedOn), ("endedOn", completed.EndedOn), ("until", until)),
                    command.Rules.RetentionDays.Version),
                InsuredInTime(contract, command.Rules),
            ]);
    }

    public static IReadOnlyList<PlacementEvent> Leave(EndEmployment command, PlacementAgreement agreement, Employment employment)
    {
        if (employment.LeftOn == command.LeftOn)
        {
            return [];
        }

        if (employment.LeftOn is not null)
        {
            throw new RuleViolation("placement.already_left", "该人员的离职日期已登记。");
        }

        return command.LeftOn < employment.Contract.From || command.LeftOn > command.Today
            ? throw new RuleViolation("placement.left_date_invalid", "离职日期应在劳动合同开始之后，且不得晚于今日。")
            : [new EmploymentEnded(agreement.PlacementId, agreement.PersonId, agreement.UnitId, agreement.Region, command.LeftOn)];
    }

    public static IReadOnlyList<PlacementEvent> FollowUp(RequestFollowUp command, PlacementState.Ended ended, DateOnly? requestedOn)
    {
        var until = ended.EndedOn.AddDays(command.WaitDays);
        return requestedOn is not null ? []
            : command.WaitDays > 0 && command.Today <= until
                ? throw new RuleViolation("follow_up.too_early", $"见习单位可在 {until:yyyy-MM-dd} 前留用该人员，请届时再转后续帮扶。")
                : [FollowUp(ended.Arrangement.Agreement, ended.EndedOn, command.Actor, command.Today)];
    }

    private static FollowUpRequested FollowUp(PlacementAgreement agreement, DateOnly endedOn, string actor, DateOnly today) =>
        new(agreement.PlacementId, agreement.PersonId, agreement.UnitId, agreement.Region, endedOn, actor, today);

    private static void RequireContract(EmploymentContract contract, PlacementAgreement agreement, DateOnly today)
    {
        if (contract.From <= agreement.StartsOn || contract.SignedOn < agreement.StartsOn || contract.To < contract.From)
        {
            throw new RuleViolation("hire.contract_dates_invalid", "劳动合同应在见习开始之后签订和生效，且止期不早于起期。");
        }

        if (contract.SignedOn > today || contract.From > today || contract.InsuredFrom > today)
        {
            throw new RuleViolation("hire.not_yet", "请在劳动合同生效并缴纳社会保险后登记。");
        }
    }

    private static NamedCheck InsuredInTime(EmploymentContract contract, EmploymentRules rules)
    {
        var until = contract.From.AddDays(rules.InsuranceDays.Value);
        return new NamedCheck(
            "employment.insured_in_time",
            contract.InsuredFrom <= until,
            Facts(("from", contract.From), ("insuredFrom", contract.InsuredFrom), ("until", until)),
            rules.InsuranceDays.Version);
    }

    private static Dictionary<string, string> Facts(params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        Dictionary<string, string> texts = [];
        foreach (var (name, value) in facts)
        {
            texts.Add(name, value switch
            {
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                null => "none",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            });
        }

        return texts;
    }
}
