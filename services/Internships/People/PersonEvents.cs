namespace YouthPlatform.Internships.People;

internal abstract record PersonEvent;

internal sealed record PersonRegistered(PersonFacts Facts) : PersonEvent;

internal sealed record PersonDied(Guid PersonId, DateOnly DiedOn) : PersonEvent;

internal sealed record PersonDataErased(Guid PersonId, DateOnly ErasedOn) : PersonEvent;

internal sealed record UnemploymentBegun(Guid PersonId, UnemploymentRegistration Registration) : PersonEvent;

internal sealed record UnemploymentOver(Guid PersonId, DateOnly RegisteredOn, DateOnly EndedOn) : PersonEvent;
