using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>An incubator was certified (H32 §二(三)7, W62 §二(三)).</summary>
/// <param name="IncubatorId">The incubator.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Places">Places for tenants.</param>
/// <param name="CertifiedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.incubator_certified.v1")]
public sealed record IncubatorCertified(Guid IncubatorId, string Region, int Places, DateOnly CertifiedOn);
