using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>Attendance and living allowance, month by month (H9 §三(一)); reported for months before an end also after it.</summary>
internal static class MonthRules
{
    public static IReadOnlyList<PlacementEvent> Report(ReportAttendance command, PlacementState.Begun internship)
    {
        RequireOver(command.Month, internship, command.Today);
        RequireDays(command.Attendance, command.Month);
        var agreement = internship.Arrangement.Agreement;
        return internship.Months.Of(command.Month.Month).Attendance switch
        {
            null =>
            [
                new AttendanceReported(
                    agreement.PlacementId,
                    agreement.PersonId,
                    agreement.UnitId,
                    agreement.Region,
                    command.Month,
                    command.Attendance,
                    command.Actor,
                    command.Today),
            ],
            var reported when reported.DaysPresent == command.Attendance.DaysPresent => [],
            _ => throw new RuleViolation("attendance.already_reported", $"{command.Month.Month} 的考勤已报送，更正请说明理由。"),
        };
    }

    public static IReadOnlyList<PlacementEvent> Correct(CorrectAttendance command, PlacementState.Begun internship)
    {
        RequireOver(command.Month, internship, command.Today);
        RequireDays(command.Attendance, command.Month);
        var agreement = internship.Arrangement.Agreement;
        return internship.Months.Of(command.Month.Month).Attendance switch
        {
            null => throw new RuleViolation("attendance.not_reported", $"{command.Month.Month} 的考勤尚未报送。"),
            var reported when reported == command.Attendance => [],
            _ =>
            [
                new AttendanceCorrected(
                    agreement.PlacementId,
                    agreement.PersonId,
                    agreement.UnitId,
                    agreement.Region,
                    command.Month,
                    command.Attendance,
                    Reasons.Require(command.Reason),
                    command.Actor,
                    command.Today),
            ],
        };
    }

    public static IReadOnlyList<PlacementEvent> Pay(RecordAllowance command, PlacementState.Begun internship)
    {
        var agreement = internship.Arrangement.Agreement;
        var month = InternshipMonths.Require(agreement.StartsOn, internship.LastDay, command.Month);
        var payment = Complete(command);
        if (payment.PaidOn < month.From || payment.PaidOn > command.Today)
        {
            throw new RuleViolation("allowance.date_invalid", $"发放日期应在 {month.From:yyyy-MM-dd} 至今日之间。");
        }

        return internship.Months.Find(payment.Reference) switch
        {
            null =>
            [
                new AllowancePaid(
                    agreement.PlacementId,
                    agreement.PersonId,
                    agreement.UnitId,
                    agreement.Region,
                    command.Month,
                    payment,
                    command.Actor,
                    command.Today),
            ],
            var (of, same) when of == command.Month && same == payment => [],
            _ => throw new RuleViolation("allowance.reference_used", "该银行流水号已登记为另一笔补助，请核对。"),
        };
    }

    /// <summary>The bank returned a payment to the unit: the intern has not received it, so it counts as never paid (H9 §三(一)).</summary>
    public static IReadOnlyList<PlacementEvent> Return(ReturnAllowance command, PlacementState.Begun internship)
    {
        if (internship.Months.Find(command.Reference?.Trim() ?? "") is not var (month, payment))
        {
            throw new RuleViolation("allowance.reference_unknown", "没有登记过该银行流水号的补助。");
        }

        if (internship.Months.Of(month).Returned.Contains(payment.Reference))
        {
            return [];
        }

        if (command.ReturnedOn < payment.PaidOn || command.ReturnedOn > command.Today)
        {
            throw new RuleViolation("allowance.return_date_invalid", $"退回日期应在 {payment.PaidOn:yyyy-MM-dd} 至今日之间。");
        }

        var agreement = internship.Arrangement.Agreement;
        return
        [
            new AllowanceReturned(
                agreement.PlacementId,
                agreement.PersonId,
                agreement.UnitId,
                agreement.Region,
                month,
                payment,
                command.ReturnedOn,
                Reasons.Require(command.Reason),
                command.Actor,
                command.Today),
        ];
    }

    private static AllowancePayment Complete(RecordAllowance command)
    {
        var payment = command.Payment;
        if (string.IsNullOrWhiteSpace(payment.Reference))
        {
            throw new RuleViolation("allowance.reference_missing", "请填写银行流水号。");
        }

        if (payment.Amount <= Money.Zero)
        {
            throw new RuleViolation("allowance.amount_invalid", "补助金额应大于零。");
        }

        return command.Channels.Contains(payment.Channel)
            ? payment with { Reference = payment.Reference.Trim() }
            : throw new RuleViolation("allowance.channel_unknown", "基本生活补助应通过银行卡或社会保障卡发放。");
    }

    private static void RequireOver(InternshipMonth month, PlacementState.Begun internship, DateOnly today)
    {
        if (InternshipMonths.Require(internship.Arrangement.Agreement.StartsOn, internship.LastDay, month.Month) != month)
        {
            throw new RuleViolation("placement.month_unknown", "见习月的起止日期与见习期不符。");
        }

        if (today < month.To)
        {
            throw new RuleViolation("attendance.month_not_over", $"该见习月于 {month.To:yyyy-MM-dd} 届满，届满后方可报送。");
        }
    }

    private static void RequireDays(Attendance attendance, InternshipMonth month)
    {
        if (attendance.DaysPresent < 0 || attendance.DaysPresent > month.Days)
        {
            throw new RuleViolation("attendance.days_invalid", $"出勤天数应在 0 至 {month.Days} 之间。");
        }
    }
}
