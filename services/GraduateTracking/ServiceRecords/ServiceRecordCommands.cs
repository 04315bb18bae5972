namespace YouthPlatform.GraduateTracking.ServiceRecords;

internal abstract record ServiceRecordCommand;

internal sealed record RecordService(ServiceIdentity Identity, ServiceContent Content, string Actor, DateOnly Today) : ServiceRecordCommand;

internal sealed record CorrectService(ServiceContent Content, string? Reason, string Actor, DateOnly Today) : ServiceRecordCommand;

internal sealed record WithdrawService(string? Reason, string Actor, DateOnly Today) : ServiceRecordCommand;
