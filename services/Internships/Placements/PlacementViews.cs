using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

/// <summary>A placement as it stands.</summary>
internal sealed record PlacementView(
    Guid PlacementId,
    Guid ApplicationId,
    Guid PersonId,
    Guid UnitId,
    Guid PostId,
    string Region,
    [property: Description("arranged, running, completed, ended_early, hired_early, retained or cancelled")] string Status,
    [property: Description("Why it was cancelled, or the code of the reason of an early end")] string? Reason,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly? EndedOn,
    AgreementView Agreement,
    [property: Description("A changed agreement that waits for signatures while the internship runs")] AgreementView? Amendment,
    Mentor? Mentor,
    IReadOnlyList<Insurance> Insurance,
    IReadOnlyList<MonthView> Months,
    EmploymentView? Employment,
    [property: Description("China date on which follow-up help was asked for")] DateOnly? FollowUpOn)
{
    public static PlacementView Of(PlacementState state, DateOnly today) => state switch
    {
        PlacementState.Arranged s => Of(s.Arrangement, "arranged"),
        PlacementState.Cancelled s => Of(s.Arrangement, "cancelled") with { Reason = s.Reason },
        PlacementState.Running s => Begun(s, "running", today),
        PlacementState.Completed s => Ended(s, "completed", today) with { FollowUpOn = s.FollowUpOn },
        PlacementState.EndedEarly s => Ended(s, "ended_early", today) with { Reason = s.Reason, FollowUpOn = s.FollowUpOn },
        PlacementState.HiredEarly s => Ended(s, "hired_early", today) with { Employment = EmploymentView.Of(s.Employment) },
        PlacementState.Retained s => Ended(s, "retained", today) with { Employment = EmploymentView.Of(s.Employment) },
        _ => throw new InvalidOperationException("A placement that was never arranged has no view."),
    };

    public static Arrangement ArrangementOf(PlacementState state) => state switch
    {
        PlacementState.Arranged s => s.Arrangement,
        PlacementState.Cancelled s => s.Arrangement,
        PlacementState.Begun s => s.Arrangement,
        _ => throw new InvalidOperationException("A placement that was never arranged has no arrangement."),
    };

    private static PlacementView Ended(PlacementState.Ended state, string status, DateOnly today) =>
        Begun(state, status, today) with { EndedOn = state.EndedOn };

    private static PlacementView Begun(PlacementState.Begun state, string status, DateOnly today) =>
        Of(state.Arrangement, status) with { Months = MonthView.Of(state, today) };

    private static PlacementView Of(Arrangement arrangement, string status)
    {
        var agreement = arrangement.Agreement;
        return new(
            agreement.PlacementId,
            agreement.ApplicationId,
            agreement.PersonId,
            agreement.UnitId,
            agreement.PostId,
            agreement.Region.Value,
            status,
            null,
            agreement.StartsOn,
            agreement.EndsOn,
            null,
            AgreementView.Of(arrangement.Signed),
            arrangement.Amendment is { } amendment ? AgreementView.Of(amendment) : null,
            arrangement.Mentor,
            arrangement.Insurance.Policies,
            [],
            null,
            null);
    }
}

/// <summary>A version of the agreement. Whoever signs sends its version and content hash back.</summary>
internal sealed record AgreementView(
    int Version,
    [property: Description("SHA-256 of the agreement, hexadecimal")] string ContentHash,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Months,
    Money MonthlyAllowance,
    Signature? UnitSignature,
    Signature? InternSignature)
{
    public static AgreementView Of(SignedAgreement signed) => new(
        signed.Agreement.Version,
        signed.Agreement.ContentHash(),
        signed.Agreement.StartsOn,
        signed.Agreement.EndsOn,
        signed.Agreement.Months,
        signed.Agreement.MonthlyAllowance,
        signed.UnitSignature,
        signed.InternSignature);
}

/// <summary>A month of the internship that has begun.</summary>
internal sealed record MonthView(
    [property: Description("The month in which it ends")] YearMonth Month,
    DateOnly From,
    DateOnly To,
    bool IsFull,
    int? DaysPresent,
    int? WorkingDays,
    Money AllowancePaid,
    IReadOnlyList<AllowancePayment> Payments,
    [property: Description("References of payments that came back from the bank")] IReadOnlyCollection<string> Returned)
{
    public static IReadOnlyList<MonthView> Of(PlacementState.Begun internship, DateOnly today) =>
        [.. internship.InternshipMonths().Where(month => month.From <= today).Select(month => Of(month, internship.Months.Of(month.Month)))];

    private static MonthView Of(InternshipMonth month, MonthRecord record) => new(
        month.Month,
        month.From,
        month.To,
        month.IsFull,
        record.Attendance?.DaysPresent,
        record.Attendance?.WorkingDays,
        record.AllowancePaid,
        record.Payments,
        record.Returned);
}

/// <summary>The employment by the host unit, with the checks made when it was reported.</summary>
internal sealed record EmploymentView(EmploymentContract Contract, IReadOnlyList<NamedCheck> Checks, DateOnly? LeftOn)
{
    public static EmploymentView Of(Employment employment) => new(employment.Contract, employment.Checks, employment.LeftOn);
}
