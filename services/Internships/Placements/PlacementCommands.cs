using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

internal abstract record PlacementCommand;

/// <param name="Agreement">What is to be signed.</param>
/// <param name="Limits">What the packs allow.</param>
/// <param name="EarlierEnd">Last day of the person's latest internship before this one, if any.</param>
/// <param name="Actor">Account of the unit.</param>
/// <param name="Today">China date.</param>
internal sealed record ArrangePlacement(
    PlacementAgreement Agreement, InternshipLimits Limits, DateOnly? EarlierEnd, string Actor, DateOnly Today) : PlacementCommand;

/// <summary>Changes the agreement; what is null stays as it is.</summary>
/// <param name="StartsOn">First day; changes only before the start.</param>
/// <param name="Months">Duration.</param>
/// <param name="MonthlyAllowance">Living allowance a month.</param>
/// <param name="LeastAllowance">What the post offers, which no agreement falls below.</param>
/// <param name="Limits">What the packs allow.</param>
/// <param name="EarlierEnd">Last day of the person's latest internship before this one, if any.</param>
/// <param name="Actor">Account of the unit.</param>
/// <param name="Today">China date.</param>
internal sealed record ReviseAgreement(
    DateOnly? StartsOn,
    int? Months,
    Money? MonthlyAllowance,
    Money LeastAllowance,
    InternshipLimits Limits,
    DateOnly? EarlierEnd,
    string Actor,
    DateOnly Today) : PlacementCommand;

internal sealed record SignAgreement(Signature Signature, DateOnly Today) : PlacementCommand;

/// <summary>Assigns the mentor before the start, or hands over to another one, with a reason, while the internship runs.</summary>
internal sealed record AssignMentor(Mentor Mentor, DateOnly Today, string? Reason = null) : PlacementCommand;

internal sealed record RegisterInsurance(Insurance Insurance) : PlacementCommand;

internal sealed record StartInternship(DateOnly Today) : PlacementCommand;

internal sealed record ReportAttendance(InternshipMonth Month, Attendance Attendance, string Actor, DateOnly Today) : PlacementCommand;

internal sealed record CorrectAttendance(
    InternshipMonth Month, Attendance Attendance, string Reason, string Actor, DateOnly Today) : PlacementCommand;

internal sealed record RecordAllowance(
    YearMonth Month, AllowancePayment Payment, IReadOnlyList<string> Channels, string Actor, DateOnly Today) : PlacementCommand;

/// <summary>A payment of the allowance came back from the bank.</summary>
internal sealed record ReturnAllowance(string? Reference, DateOnly ReturnedOn, string? Reason, string Actor, DateOnly Today) : PlacementCommand;

internal sealed record CompleteInternship(DateOnly Today) : PlacementCommand;

/// <param name="EndedOn">Last day.</param>
/// <param name="Reason">Code of the reason.</param>
/// <param name="Reasons">The pack's reasons; a flag says whether follow-up help is to be asked for.</param>
/// <param name="Actor">Account that reports it.</param>
/// <param name="Today">China date.</param>
internal sealed record EndInternshipEarly(DateOnly EndedOn, string Reason, CategoryList Reasons, string Actor, DateOnly Today) : PlacementCommand;

/// <param name="Contract">The contract.</param>
/// <param name="LeastMonths">Duration from which the subsidy runs on; a shorter contract is kept with a failed check.</param>
/// <param name="Rules">What every employment after an internship is judged by.</param>
/// <param name="Today">China date.</param>
internal sealed record HireEarly(EmploymentContract Contract, Rule<int> LeastMonths, EmploymentRules Rules, DateOnly Today) : PlacementCommand;

internal sealed record RetainIntern(EmploymentContract Contract, EmploymentRules Rules, DateOnly Today) : PlacementCommand;

internal sealed record EndEmployment(DateOnly LeftOn, DateOnly Today) : PlacementCommand;

/// <param name="Actor">Account that asks.</param>
/// <param name="Today">China date.</param>
/// <param name="WaitDays">Days after the end for which the unit may still employ; zero when the unit itself says that it will not.</param>
internal sealed record RequestFollowUp(string Actor, DateOnly Today, int WaitDays) : PlacementCommand;

internal sealed record CancelPlacement(string Reason, DateOnly Today) : PlacementCommand;
