using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Placements;

/// <summary>The steps since the start, as handlers.</summary>
internal static class InternshipSteps
{
    public static Task<Answer<PlacementView>> AttendAsync([AsParameters] PlacementStep step, AttendanceRequest request) =>
        step.ByUnitAsync(state => Attendance(step.Rules, state, request.Month, request.DaysPresent, step.Command.Actor, step.Command.Today));

    public static Task<Answer<PlacementView>> CorrectAsync([AsParameters] PlacementStep step, CorrectAttendanceRequest request, ClaimedMonths months) =>
        step.ByUnitAsync(months, request.Reason, state =>
        {
            var reported = Attendance(step.Rules, state, request.Month, request.DaysPresent, step.Command.Actor, step.Command.Today);
            return new CorrectAttendance(reported.Month, reported.Attendance, request.Reason, reported.Actor, reported.Today);
        });

    public static Task<Answer<PlacementView>> PayAsync([AsParameters] PlacementStep step, AllowanceRequest request, ClaimedMonths months) =>
        step.ByUnitAsync(months, "补助已补发", state => Allowance(step.Rules, state, request, step.Command.Actor, step.Command.Today));

    public static Task<Answer<PlacementView>> ReturnAsync([AsParameters] PlacementStep step, ReturnAllowanceRequest request, ClaimedMonths months) =>
        step.ByUnitAsync(months, request.Reason, _ => new ReturnAllowance(
            request.Reference, request.ReturnedOn, request.Reason, step.Command.Actor, step.Command.Today));

    public static Task<Answer<PlacementView>> CompleteAsync([AsParameters] PlacementStep step) =>
        step.ByUnitAsync(new CompleteInternship(step.Command.Today));

    public static Task<Answer<PlacementView>> EndEarlyAsync([AsParameters] PlacementStep step, EndEarlyRequest request, ClaimedMonths months) =>
        step.Command.RetryAsync(async () =>
        {
            var placement = await step.LoadAsync();
            await step.PartyAsync(placement);
            var reasons = step.Rules.EndReasons(RegionOf(placement.State), step.Command.Today);
            var decision = placement.Decide(new EndInternshipEarly(
                request.EndedOn, request.Reason, reasons, step.Command.Actor, step.Command.Today));
            var corrections = await months.FollowAsync(placement.State, decision, "见习提前结束", step.Command, step.Cancellation);
            return await step.CommitAsync(decision, [await step.ReleaseSeatAsync(decision.State), .. corrections]);
        });

    public static Task<Answer<PlacementView>> HireAsync([AsParameters] PlacementStep step, EmploymentRequest request, ClaimedMonths months) =>
        step.ByUnitAsync(months, "提前留用", state => new HireEarly(
            request.ToContract(), step.Rules.EarlyHireContract(RegionOf(state), step.Command.Today), Rules(step, state), step.Command.Today));

    public static Task<Answer<PlacementView>> RetainAsync([AsParameters] PlacementStep step, EmploymentRequest request) =>
        step.ByUnitAsync(state => new RetainIntern(request.ToContract(), Rules(step, state), step.Command.Today));

    public static Task<Answer<PlacementView>> LeaveAsync([AsParameters] PlacementStep step, EmploymentEndRequest request, ClaimedMonths months) =>
        step.ByUnitAsync(months, "留用人员离职", _ => new EndEmployment(request.LeftOn, step.Command.Today));

    /// <summary>The unit says at any time that it will not employ; an official asks once the unit's time is over.</summary>
    public static async Task<Answer<PlacementView>> FollowUpAsync([AsParameters] PlacementStep step)
    {
        var placement = await step.LoadAsync();
        var wait = 0;
        if (step.Caller.Has(Roles.HostUnit))
        {
            await step.RequireUnitAsync(placement);
        }
        else
        {
            step.Caller.RequireRegion(RegionOf(placement.State));
            wait = Rules(step, placement.State).RetentionDays.Value;
        }

        return await step.CommitAsync(placement.Decide(new RequestFollowUp(step.Command.Actor, step.Command.Today, wait)));
    }

    /// <summary>The command that reports attendance; the working days are those of the calendar.</summary>
    public static ReportAttendance Attendance(
        InternshipRules rules, PlacementState state, YearMonth month, int daysPresent, string actor, DateOnly today)
    {
        var internship = RequireBegun(state);
        var reported = InternshipMonths.Require(internship.Arrangement.Agreement.StartsOn, internship.LastDay, month);
        return new ReportAttendance(reported, new Attendance(daysPresent, rules.WorkingDays(reported.From, reported.To)), actor, today);
    }

    /// <summary>The command that records a payment of the living allowance.</summary>
    public static RecordAllowance Allowance(
        InternshipRules rules, PlacementState state, AllowanceRequest request, string actor, DateOnly today) => new(
            request.Month,
            new AllowancePayment(request.Reference, request.Amount, request.Channel, request.PaidOn),
            rules.AllowanceChannels(PlacementView.ArrangementOf(state).Agreement.Region, today),
            actor,
            today);

    private static EmploymentRules Rules(PlacementStep step, PlacementState state) =>
        step.Rules.Employment(RegionOf(state), step.Command.Today);

    private static RegionCode RegionOf(PlacementState state) => PlacementView.ArrangementOf(state).Agreement.Region;

    private static PlacementState.Begun RequireBegun(PlacementState state) => state as PlacementState.Begun
        ?? throw new RuleViolation("placement.not_started", "见习尚未开始。");
}
