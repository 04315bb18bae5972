using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A record of a service was withdrawn: it counts no longer from this day on.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Ledger">Code of its ledger.</param>
/// <param name="EventType">CloudEvents type under which it was published.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="Before">Members of that event as they had been published, as texts.</param>
/// <param name="WithdrawnOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.service_record_withdrawn.v1")]
public sealed record ServiceRecordWithdrawn(
    Guid RecordId, string Ledger, string EventType, string Region, IReadOnlyDictionary<string, string> Before, DateOnly WithdrawnOn);
