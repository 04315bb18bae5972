using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Graduates' files were passed on (H32 §二(五)13).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="TransferredOn">China date.</param>
/// <param name="Direction"><c>received</c> or <c>sent</c>.</param>
/// <param name="Files">Files.</param>
[PublicEvent("youthplatform.graduate_tracking.files_transferred.v1")]
public sealed record FilesTransferred(
    Guid RecordId,
    string Region,
    DateOnly TransferredOn,
    string Direction,
    int Files);
