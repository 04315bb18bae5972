using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>A unit arranges an internship for an approved applicant; mentor and insurance may follow later.</summary>
internal sealed record ArrangePlacementRequest(
    Guid ApplicationId,
    DateOnly StartsOn,
    [property: Description("Duration; that of the post when left out")] int? Months = null,
    Mentor? Mentor = null,
    Insurance? Insurance = null);

/// <summary>Changes the agreement; what is left out stays. The new version is signed anew by both.</summary>
internal sealed record ReviseAgreementRequest(
    [property: Description("First day; only before the start")] DateOnly? StartsOn = null,
    int? Months = null,
    Money? MonthlyAllowance = null);

/// <summary>The caller signs a version of the agreement for its party.</summary>
internal sealed record SignAgreementRequest(int Version, [property: Description("The version's contentHash, as read")] string ContentHash);

/// <summary>The mentor; a reason is needed when another one takes over.</summary>
internal sealed record AssignMentorRequest(Guid MentorId, string Position, string? Reason = null);

/// <summary>Attendance of a month of the internship.</summary>
internal sealed record AttendanceRequest(
    [property: Description("The month in which the month of the internship ends")] YearMonth Month, int DaysPresent);

/// <summary>Attendance as it should have been reported.</summary>
internal sealed record CorrectAttendanceRequest(YearMonth Month, int DaysPresent, string Reason);

/// <summary>A payment of the living allowance to the intern.</summary>
internal sealed record AllowanceRequest(
    [property: Description("The month in which the month of the internship ends")] YearMonth Month,
    Money Amount,
    [property: Description("bank_card or social_security_card")] string Channel,
    DateOnly PaidOn,
    [property: Description("Bank reference, once in a placement")] string Reference);

/// <summary>A payment of the living allowance came back from the bank.</summary>
internal sealed record ReturnAllowanceRequest(
    [property: Description("Bank reference of the payment")] string Reference, DateOnly ReturnedOn, string Reason);

/// <summary>The internship ended before its agreed end.</summary>
internal sealed record EndEarlyRequest(
    DateOnly EndedOn, [property: Description("Code of the list internship.early_end_reasons")] string Reason);

/// <summary>The unit employs the intern.</summary>
internal sealed record EmploymentRequest(
    [property: Description("Day on which the contract was signed")] DateOnly SignedOn,
    [property: Description("First day of the contract")] DateOnly From,
    [property: Description("Day from which the unit pays social insurance")] DateOnly InsuredFrom,
    [property: Description("Last day of the contract; left out when it has no agreed end")] DateOnly? To = null)
{
    public EmploymentContract ToContract() => new(SignedOn, From, To, InsuredFrom);
}

/// <summary>The employment that followed the internship ended.</summary>
internal sealed record EmploymentEndRequest(DateOnly LeftOn);
