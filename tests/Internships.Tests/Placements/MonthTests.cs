using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>Attendance and living allowance by month (H9 §三(一)).</summary>
public sealed class MonthTests
{
    private static readonly PlacementEvent[] Running = [.. ReadyPlacement(), Started()];
    private static readonly Attendance TwentyTwo = new(22, 23);
    private static readonly string[] Channels = ["bank_card", "social_security_card"];

    private static readonly AttendanceReported Reported = new(
        PlacementId, PersonId, UnitId, Furong, FirstMonth, TwentyTwo, "unit-1", FirstMonth.To);

    private static readonly AllowancePaid Paid = new(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, "unit-1", FirstMonth.To);

    [Fact]
    public void GivenRunning_WhenAMonthIsOver_ThenItsAttendanceIsReportedOnce()
    {
        Spec.Given(Running).When(Report(TwentyTwo, FirstMonth.To)).Then(Reported);
        Spec.Given(Running).When(Report(TwentyTwo, FirstMonth.To.AddDays(-1))).ThenRejected("attendance.month_not_over");
        Spec.Given([.. Running, Reported]).When(Report(TwentyTwo, FirstMonth.To)).ThenNothing();
        Spec.Given([.. Running, Reported]).When(Report(new(21, 23), FirstMonth.To)).ThenRejected("attendance.already_reported");
    }

    [Theory]
    [InlineData(-1, "attendance.days_invalid")]
    [InlineData(0, null)]
    [InlineData(31, null)]
    [InlineData(32, "attendance.days_invalid")]
    public void DaysPresentAreThoseOfTheMonth(int days, string? code)
    {
        var outcome = Spec.Given(Running).When(Report(new(days, 23), FirstMonth.To));
        if (code is null)
        {
            outcome.Then(Reported with { Attendance = new(days, 23) });
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void GivenReported_WhenCorrected_ThenWithAReason()
    {
        PlacementEvent[] reported = [.. Running, Reported];
        var today = FirstMonth.To.AddDays(5);
        Spec.Given(reported).When(Correct(new(20, 23), "漏记病假", today)).Then(new AttendanceCorrected(
            PlacementId, PersonId, UnitId, Furong, FirstMonth, new(20, 23), "漏记病假", "unit-1", today));
        Spec.Given(reported).When(Correct(new(20, 23), " ", today)).ThenRejected("reason.missing");
        Spec.Given(reported).When(Correct(TwentyTwo, "无变化", today)).ThenNothing();
        Spec.Given(Running).When(Correct(new(20, 23), "漏记病假", today)).ThenRejected("attendance.not_reported");
    }

    [Fact]
    public void GivenAnEarlyEnd_WhenTheCutOffMonthIsReported_ThenItsDaysAreThoseUntilTheEnd()
    {
        PlacementEvent[] ended = [.. Running, new InternshipEndedEarly(PlacementId, PersonId, UnitId, Furong, new(2023, 9, 20), "personal", "unit-1")];
        var cut = new InternshipMonth(2, new YearMonth(2023, 10), new(2023, 9, 7), new(2023, 9, 20), false);
        Spec.Given(ended).When(new ReportAttendance(cut, new(10, 10), "unit-1", new(2023, 9, 20)))
            .Then(Reported with { Month = cut, Attendance = new(10, 10), ReportedOn = new(2023, 9, 20) });
        Spec.Given(ended).When(new ReportAttendance(cut with { To = new(2023, 10, 6), IsFull = true }, new(10, 10), "unit-1", new(2023, 10, 6)))
            .ThenRejected("placement.month_unknown");
        Spec.Given(ended).When(new ReportAttendance(cut with { Month = new(2023, 11) }, new(10, 10), "unit-1", new(2023, 11, 6)))
            .ThenRejected("placement.month_unknown");
    }

    // H9 §三(一): the unit pays the living allowance by bank card or social-security card.
    [Fact]
    public void GivenRunning_WhenTheAllowanceIsPaid_ThenEveryPaymentIsKeptOnce()
    {
        Spec.Given(Running).When(Pay(Payment)).Then(Paid);
        Spec.Given([.. Running, Paid]).When(Pay(Payment)).ThenNothing();
        Spec.Given([.. Running, Paid]).When(Pay(Payment with { Amount = Money.Of(1) })).ThenRejected("allowance.reference_used");
        Spec.Given([.. Running, Paid]).When(Pay(Payment) with { Month = new(2023, 8) }).ThenRejected("placement.month_unknown");
        Spec.Given(Running).When(Pay(Payment with { Channel = "cash" })).ThenRejected("allowance.channel_unknown");
        Spec.Given(Running).When(Pay(Payment with { Amount = Money.Zero })).ThenRejected("allowance.amount_invalid");
        Spec.Given(Running).When(Pay(Payment with { Reference = " " })).ThenRejected("allowance.reference_missing");
        Spec.Given(Running).When(Pay(Payment with { PaidOn = FirstMonth.From.AddDays(-1) })).ThenRejected("allowance.date_invalid");
        Spec.Given(Running).When(Pay(Payment with { PaidOn = FirstMonth.To.AddDays(1) })).ThenRejected("allowance.date_invalid");
        Spec.Given([.. Running, Paid]).When(Pay(Payment with { Reference = "A-2" }))
            .ThenState(state => ((PlacementState.Running)state).Months.Of(FirstMonth.Month).AllowancePaid.ShouldBe(Money.Of(3600)));
    }

    // Ghost interns: what the bank returned the intern has not received (H9 §三(一), §四(二)).
    [Fact]
    public void GivenPaid_WhenTheBankReturnsIt_ThenItCountsAsNeverPaid()
    {
        PlacementEvent[] paid = [.. Running, Paid];
        var today = FirstMonth.To.AddDays(3);
        var returned = new AllowanceReturned(PlacementId, PersonId, UnitId, Furong, FirstMonth.Month, Payment, today, "账号有误", "unit-1", today);
        Spec.Given(paid).When(Return(today)).Then(returned);
        Spec.Given([.. paid, returned]).When(Return(today)).ThenNothing();
        Spec.Given(paid).When(Return(today) with { Reference = "A-9" }).ThenRejected("allowance.reference_unknown");
        Spec.Given(paid).When(Return(today) with { Reason = " " }).ThenRejected("reason.missing");
        Spec.Given(paid).When(Return(today) with { ReturnedOn = Payment.PaidOn.AddDays(-1) }).ThenRejected("allowance.return_date_invalid");
        Spec.Given(paid).When(Return(today) with { ReturnedOn = today.AddDays(1) }).ThenRejected("allowance.return_date_invalid");
        Spec.Given([.. paid, returned]).When(Pay(Payment)).ThenNothing();
        Spec.Given([.. paid, returned]).When(Pay(Payment with { Reference = "A-2" }))
            .ThenState(state => ((PlacementState.Running)state).Months.Of(FirstMonth.Month).AllowancePaid.ShouldBe(Allowance));
    }

    // A month without the start's day ends on its last day; the leap day belongs to February's month.
    [Fact]
    public void MonthsEndAtMonthEndsAndInALeapYear()
    {
        var months = InternshipMonths.Of(new(2023, 12, 31), new(2024, 4, 29));
        months.Select(month => (month.Month.ToString(), month.To, month.IsFull)).ShouldBe(
        [
            ("2024-01", new(2024, 1, 30), true),
            ("2024-02", new(2024, 2, 29), true),
            ("2024-03", new(2024, 3, 30), true),
            ("2024-04", new(2024, 4, 29), false),
        ]);
        months.Zip(months.Skip(1)).ShouldAllBe(pair => pair.Second.From == pair.First.To.AddDays(1));
    }

    private static ReportAttendance Report(Attendance attendance, DateOnly today) => new(FirstMonth, attendance, "unit-1", today);

    private static CorrectAttendance Correct(Attendance attendance, string reason, DateOnly today) =>
        new(FirstMonth, attendance, reason, "unit-1", today);

    private static ReturnAllowance Return(DateOnly today) => new(Payment.Reference, today, "账号有误", "unit-1", today);

    private static RecordAllowance Pay(AllowancePayment payment) => new(FirstMonth.Month, payment, Channels, "unit-1", FirstMonth.To);
}
