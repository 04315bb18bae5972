global using RightsCaseAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.RightsCases.RightsCase,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseState,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseCommand,
    YouthPlatform.GraduateTracking.RightsCases.RightsCaseEvent>;
