using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A cadre began to help a student one by one (G3 §三(三)1, H32 §二(九)21).</summary>
/// <param name="PairingId">The pairing.</param>
/// <param name="PersonId">The student.</param>
/// <param name="CadreId">The cadre.</param>
/// <param name="Region">County that answers for the student's entry, GB/T 2260.</param>
/// <param name="Programme"><c>golden_bridge</c> or <c>hardship</c>.</param>
/// <param name="UnemployedHardship">Whether the student is an unemployed hardship graduate.</param>
/// <param name="BegunOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.pairing_begun.v1")]
public sealed record PairingBegun(
    Guid PairingId, Guid PersonId, Guid CadreId, string Region, string Programme, bool UnemployedHardship, DateOnly BegunOn);
