using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A record of a service was corrected: its figures hold as they are after from this day on.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Ledger">Code of its ledger.</param>
/// <param name="EventType">CloudEvents type under which it was published.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="Before">Members of that event as they had been published, as texts.</param>
/// <param name="After">The same as they hold now.</param>
/// <param name="CorrectedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.service_record_corrected.v1")]
public sealed record ServiceRecordCorrected(
    Guid RecordId,
    string Ledger,
    string EventType,
    string Region,
    IReadOnlyDictionary<string, string> Before,
    IReadOnlyDictionary<string, string> After,
    DateOnly CorrectedOn);
