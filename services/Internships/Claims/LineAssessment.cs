using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// Judges a line (H9 §四(二): subsidies are not to be obtained by deceit, diverted, inflated or falsely claimed). Every check is made and
/// stored with its facts and their source, whether or not an earlier one failed.
/// </summary>
internal static class LineAssessment
{
    public static ClaimLine Assess(int number, LineFacts facts, LineRules rules, Func<DateOnly, Rule<Money>> rateOn)
    {
        var agreement = PlacementView.ArrangementOf(facts.Placement).Agreement;
        var month = SubsidisedMonth.Find(facts.Placement, facts.Month, rules.PartMonth.Value);
        var rate = rateOn(month?.To ?? facts.Month.LastDay);
        return new(
            number,
            agreement.PlacementId,
            agreement.PersonId,
            SubsidyKinds.Monthly,
            facts.Month,
            month?.From,
            month?.To,
            month?.Of(rate.Value) ?? rate.Value,
            rate.Version,
            [
                .. OfPlacement(facts, month, rules),
                .. OfMonth(facts, month, rules),
                .. month is { FollowsHire: true } ? [] : OfRegisters(facts, rules),
                .. OfPerson(facts, rules),
            ]);
    }

    /// <summary>The month and the checks that follow from the placement alone, and so change with it.</summary>
    public static (SubsidisedMonth? Month, IReadOnlyList<NamedCheck> Checks) Month(LineFacts facts, LineRules rules)
    {
        var month = SubsidisedMonth.Find(facts.Placement, facts.Month, rules.PartMonth.Value);
        return (month, [IsOver(facts, month, rules), .. OfMonth(facts, month, rules)]);
    }

    private static IEnumerable<NamedCheck> OfPlacement(LineFacts facts, SubsidisedMonth? month, LineRules rules)
    {
        var agreement = PlacementView.ArrangementOf(facts.Placement).Agreement;
        yield return Check(
            "internship.started", facts.Placement is PlacementState.Begun, rules, Facts.Of("placements", ("startsOn", agreement.StartsOn)));
        yield return Check(
            "unit.approved_before",
            facts.UnitApprovedOn <= agreement.StartsOn,
            rules,
            Facts.Of("host_units", ("approvedOn", facts.UnitApprovedOn), ("startsOn", agreement.StartsOn)));
        yield return IsOver(facts, month, rules);
        yield return Check(
            "month.not_claimed_before",
            facts.Found.ClaimedBy is null,
            rules,
            Facts.Of("claims", ("month", facts.Month), ("claimedBy", facts.Found.ClaimedBy)));
        yield return new(
            "months.within_limit",
            facts.Found.MonthsClaimed < rules.Months.Value.Max,
            Facts.Of("claims", ("claimedBefore", facts.Found.MonthsClaimed), ("most", rules.Months.Value.Max)),
            rules.Months.Version);
        yield return Check(
            "placements.no_overlap", facts.Found.Overlapping == 0, rules, Facts.Of("placements", ("overlapping", facts.Found.Overlapping)));
    }

    private static NamedCheck IsOver(LineFacts facts, SubsidisedMonth? month, LineRules rules) => Check(
        "month.is_over",
        month is not null && month.To <= facts.Today,
        rules,
        Facts.Of("placements", ("month", facts.Month), ("from", month?.From), ("to", month?.To), ("claimedOn", facts.Today)));

    private static IEnumerable<NamedCheck> OfMonth(LineFacts facts, SubsidisedMonth? month, LineRules rules) =>
        month is { FollowsHire: true } ? OfEmployment(facts, month, rules) : OfInternship(facts, month, rules);

    private static IEnumerable<NamedCheck> OfInternship(LineFacts facts, SubsidisedMonth? month, LineRules rules)
    {
        var arrangement = PlacementView.ArrangementOf(facts.Placement);
        var record = facts.Placement is PlacementState.Begun begun ? begun.Months.Of(facts.Month) : MonthRecord.Empty;
        var agreed = month?.Of(arrangement.Agreement.MonthlyAllowance) ?? arrangement.Agreement.MonthlyAllowance;
        yield return Check(
            "insurance.covered",
            month is not null && arrangement.Insurance.Covers(month.From, month.To),
            rules,
            Facts.Of("placements", ("insuredTo", arrangement.Insurance.To)));
        yield return Check(
            "allowance.paid",
            record.AllowancePaid >= agreed,
            rules,
            Facts.Of("placements", ("paid", record.AllowancePaid), ("agreed", agreed), ("payments", record.Payments.Count)));
        yield return new(
            "attendance.sufficient",
            record.Attendance is { } attended && rules.Attendance.Value.IsMetByShare(attended.DaysPresent, attended.WorkingDays),
            Facts.Of(
                "placements",
                ("daysPresent", record.Attendance?.DaysPresent),
                ("workingDays", record.Attendance?.WorkingDays),
                ("share", rules.Attendance.Value)),
            rules.Attendance.Version);
    }

    private static IEnumerable<NamedCheck> OfRegisters(LineFacts facts, LineRules rules)
    {
        yield return Registered("person.not_insured", RegisterKinds.Insured, facts, rules);
        yield return Registered("person.not_unit_staff", RegisterKinds.UnitStaff, facts, rules);
    }

    /// <summary>The remaining months of an early hire (H9 §三(一)): while the contract of a year or more lasts, insured, and up to a day.</summary>
    private static IEnumerable<NamedCheck> OfEmployment(LineFacts facts, SubsidisedMonth month, LineRules rules)
    {
        var employment = ((PlacementState.HiredEarly)facts.Placement).Employment;
        var lastDay = employment.LeftOn ?? employment.Contract.To;
        foreach (var check in employment.Checks)
        {
            yield return check;
        }

        yield return Check(
            "early_hire.still_employed",
            lastDay is null || lastDay >= month.To,
            rules,
            Facts.Of("placements", ("employedFrom", employment.Contract.From), ("lastDay", lastDay)));
        yield return new(
            "early_hire.until",
            month.To <= rules.EarlyHireUntil.Value,
            Facts.Of("placements", ("to", month.To), ("until", rules.EarlyHireUntil.Value)),
            rules.EarlyHireUntil.Version);
    }

    private static IEnumerable<NamedCheck> OfPerson(LineFacts facts, LineRules rules)
    {
        yield return Registered("person.living", RegisterKinds.Deceased, facts, rules);
        yield return Registered("person.not_erased", RegisterKinds.Erased, facts, rules);
        yield return Check(
            "account.not_shared",
            facts.Found.SharedAccounts == 0,
            rules,
            Facts.Of($"register:{RegisterKinds.Account}", ("asOf", AsOf(facts, RegisterKinds.Account)), ("sharedWith", facts.Found.SharedAccounts)));
    }

    /// <summary>Passes when the person is not on the register; its state is a fact too, so that an empty register shows.</summary>
    private static NamedCheck Registered(string name, string kind, LineFacts facts, LineRules rules)
    {
        var hits = facts.Found.Registered.Where(hit => hit.Kind == kind).ToList();
        return Check(
            name,
            hits.Count == 0,
            rules,
            Facts.Of($"{hits.FirstOrDefault()?.Source ?? "register"}:{kind}", ("asOf", AsOf(facts, kind)), ("from", hits.FirstOrDefault()?.From), ("to", hits.FirstOrDefault()?.To)));
    }

    private static DateOnly? AsOf(LineFacts facts, string kind) =>
        facts.Found.RegistersAsOf.TryGetValue(kind, out var date) ? date : null;

    private static NamedCheck Check(string name, bool passed, LineRules rules, Dictionary<string, string> facts) =>
        new(name, passed, facts, rules.Checks.Version);
}
