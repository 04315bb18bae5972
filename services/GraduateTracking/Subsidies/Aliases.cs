global using SubsidyAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Subsidies.Subsidy,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyState,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyCommand,
    YouthPlatform.GraduateTracking.Subsidies.SubsidyEvent>;
