global using EntitlementAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Payments.Entitlements.Entitlement,
    YouthPlatform.Payments.Entitlements.EntitlementState,
    YouthPlatform.Payments.Entitlements.EntitlementCommand,
    YouthPlatform.Payments.Entitlements.EntitlementEvent>;
global using PayRunAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Payments.PayRuns.PayRun,
    YouthPlatform.Payments.PayRuns.PayRunState,
    YouthPlatform.Payments.PayRuns.PayRunCommand,
    YouthPlatform.Payments.PayRuns.PayRunEvent>;
