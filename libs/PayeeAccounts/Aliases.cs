global using RegistrationAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.PayeeAccounts.Registration,
    YouthPlatform.PayeeAccounts.RegistrationState,
    YouthPlatform.PayeeAccounts.RegistrationCommand,
    YouthPlatform.PayeeAccounts.RegistrationEvent>;
