namespace YouthPlatform.GraduateTracking.ServiceRecords;

internal abstract record ServiceRecordEvent(ServiceIdentity Identity);

internal sealed record ServiceRecorded(ServiceIdentity Identity, ServiceContent Content, string RecordedBy, DateOnly RecordedOn)
    : ServiceRecordEvent(Identity);

/// <summary>Another content holds from this day on; what was reported before stays what it was.</summary>
internal sealed record ServiceRecordCorrected(
    ServiceIdentity Identity, ServiceContent Before, ServiceContent After, string Reason, string CorrectedBy, DateOnly CorrectedOn)
    : ServiceRecordEvent(Identity);

internal sealed record ServiceRecordWithdrawn(
    ServiceIdentity Identity, ServiceContent Before, string Reason, string WithdrawnBy, DateOnly WithdrawnOn)
    : ServiceRecordEvent(Identity);
