global using ServiceRecordAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecord,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordState,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordCommand,
    YouthPlatform.GraduateTracking.ServiceRecords.ServiceRecordEvent>;
