namespace YouthPlatform.Internships.People;

internal abstract record PersonCommand;

internal sealed record RegisterPerson(PersonFacts Facts) : PersonCommand;

internal sealed record RecordDeath(Guid PersonId, DateOnly DiedOn) : PersonCommand;

internal sealed record RecordErasure(Guid PersonId, DateOnly ErasedOn) : PersonCommand;

/// <summary>The newest registration counts; an older one that is told later changes nothing.</summary>
internal sealed record RecordUnemployment(Guid PersonId, UnemploymentRegistration Registration) : PersonCommand;

internal sealed record EndUnemployment(Guid PersonId, DateOnly RegisteredOn, DateOnly EndedOn) : PersonCommand;
