using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Placements;

internal abstract record PlacementEvent;

internal sealed record PlacementArranged(PlacementAgreement Agreement, string ArrangedBy, DateOnly ArrangedOn) : PlacementEvent;

/// <summary>A new version of the agreement replaced the old one, and its signatures, before the start.</summary>
internal sealed record AgreementRevised(PlacementAgreement Agreement, string RevisedBy, DateOnly RevisedOn) : PlacementEvent;

/// <summary>A new version was made while the internship runs; the old one holds until both parties have signed the new one.</summary>
internal sealed record AmendmentProposed(PlacementAgreement Agreement, string ProposedBy, DateOnly ProposedOn) : PlacementEvent;

internal sealed record AgreementSigned(Guid PlacementId, Signature Signature) : PlacementEvent;

/// <summary>Both parties signed the proposed version; it holds from now on.</summary>
internal sealed record AgreementAmended(PlacementAgreement Agreement, DateOnly AmendedOn) : PlacementEvent;

internal sealed record MentorAssigned(Guid PlacementId, Mentor Mentor) : PlacementEvent;

/// <summary>Another mentor took over while the internship runs.</summary>
internal sealed record MentorTransferred(Guid PlacementId, Mentor Mentor, string Reason, DateOnly TransferredOn) : PlacementEvent;

internal sealed record InsuranceRegistered(Guid PlacementId, Insurance Insurance) : PlacementEvent;

internal sealed record InternshipStarted(
    Guid PlacementId, Guid PersonId, Guid UnitId, Guid PostId, RegionCode Region, DateOnly StartsOn, DateOnly EndsOn) : PlacementEvent;

/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Month">The month of the internship.</param>
/// <param name="Attendance">Days present.</param>
/// <param name="ReportedBy">Account of the unit.</param>
/// <param name="ReportedOn">China date.</param>
internal sealed record AttendanceReported(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    InternshipMonth Month,
    Attendance Attendance,
    string ReportedBy,
    DateOnly ReportedOn) : PlacementEvent;

internal sealed record AttendanceCorrected(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    InternshipMonth Month,
    Attendance Attendance,
    string Reason,
    string CorrectedBy,
    DateOnly CorrectedOn) : PlacementEvent;

internal sealed record AllowancePaid(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    YearMonth Month,
    AllowancePayment Payment,
    string RecordedBy,
    DateOnly RecordedOn) : PlacementEvent;

internal sealed record AllowanceReturned(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    YearMonth Month,
    AllowancePayment Payment,
    DateOnly ReturnedOn,
    string Reason,
    string RecordedBy,
    DateOnly RecordedOn) : PlacementEvent;

internal sealed record InternshipCompleted(
    Guid PlacementId, Guid PersonId, Guid UnitId, RegionCode Region, DateOnly EndedOn) : PlacementEvent;

/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="EndedOn">Last day.</param>
/// <param name="Reason">Code of the reason, of the pack's list.</param>
/// <param name="EndedBy">Account that reported it.</param>
internal sealed record InternshipEndedEarly(
    Guid PlacementId, Guid PersonId, Guid UnitId, RegionCode Region, DateOnly EndedOn, string Reason, string EndedBy) : PlacementEvent;

/// <summary>The unit employed the intern before the agreed end; the internship ended the day before the contract's first.</summary>
internal sealed record InternHiredEarly(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    DateOnly EndedOn,
    EmploymentContract Contract,
    IReadOnlyList<NamedCheck> Checks) : PlacementEvent;

/// <summary>The unit employed the intern after the agreed end.</summary>
internal sealed record InternRetained(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    RegionCode Region,
    DateOnly EndedOn,
    EmploymentContract Contract,
    IReadOnlyList<NamedCheck> Checks) : PlacementEvent;

/// <summary>An employment that followed an internship ended.</summary>
internal sealed record EmploymentEnded(Guid PlacementId, Guid PersonId, Guid UnitId, RegionCode Region, DateOnly LeftOn) : PlacementEvent;

/// <summary>The internship ended without an employment by the unit; help is to follow (H9 §二(六)).</summary>
internal sealed record FollowUpRequested(
    Guid PlacementId, Guid PersonId, Guid UnitId, RegionCode Region, DateOnly EndedOn, string RequestedBy, DateOnly RequestedOn) : PlacementEvent;

internal sealed record PlacementCancelled(Guid PlacementId, string Reason, DateOnly CancelledOn) : PlacementEvent;
