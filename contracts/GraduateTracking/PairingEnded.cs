using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A pairing ended, mostly because the student found work (G3 §三(三)1).</summary>
/// <param name="PairingId">The pairing.</param>
/// <param name="PersonId">The student.</param>
/// <param name="CadreId">The cadre.</param>
/// <param name="Region">County that answered for the student's entry when the pairing began, GB/T 2260.</param>
/// <param name="Programme"><c>golden_bridge</c> or <c>hardship</c>.</param>
/// <param name="Reason">Code of the end, such as <c>employed</c>.</param>
/// <param name="EmployedOn">China date from which the student works; null for any other end.</param>
/// <param name="EndedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.pairing_ended.v1")]
public sealed record PairingEnded(
    Guid PairingId,
    Guid PersonId,
    Guid CadreId,
    string Region,
    string Programme,
    string Reason,
    DateOnly? EmployedOn,
    DateOnly EndedOn);
