using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>Invented requests for the API description.</summary>
internal static class PlacementExamples
{
    private static readonly Guid MentorId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");

    public static ArrangePlacementRequest Arrange { get; } = new(
        Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), new(2023, 8, 7), 6, new(MentorId, "研发主管"), Insurance);

    public static ReviseAgreementRequest Revise { get; } = new(Months: 7, MonthlyAllowance: Money.Of(1900));

    public static SignAgreementRequest Sign { get; } = new(1, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    public static AssignMentorRequest Mentor { get; } = new(MentorId, "研发主管", "原带教老师调离");

    public static Insurance Insurance => new("PA-2023-0001", new(2023, 8, 1), new(2024, 3, 31));

    public static ReasonRequest Cancellation { get; } = new("见习人员因故不能到岗");

    public static AttendanceRequest Attendance { get; } = new(new YearMonth(2023, 9), 22);

    public static CorrectAttendanceRequest Correction { get; } = new(new YearMonth(2023, 9), 21, "漏记病假一天");

    public static AllowanceRequest Allowance { get; } = new(new YearMonth(2023, 9), Money.Of(1800), "bank_card", new(2023, 9, 6), "A20230906001");

    public static ReturnAllowanceRequest Return { get; } = new("A20230906001", new(2023, 9, 8), "收款账号有误，银行退回");

    public static EndEarlyRequest EarlyEnd { get; } = new(new(2023, 10, 8), "further_study");

    public static EmploymentRequest Employment { get; } = new(new(2024, 2, 5), new(2024, 2, 7), new(2024, 2, 7), new(2027, 2, 6));

    public static EmploymentEndRequest Left { get; } = new(new(2024, 12, 31));
}
