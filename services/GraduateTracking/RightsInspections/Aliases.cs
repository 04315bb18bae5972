global using RightsInspectionAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspection,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionState,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionCommand,
    YouthPlatform.GraduateTracking.RightsInspections.RightsInspectionEvent>;
