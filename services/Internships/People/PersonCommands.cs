namespace YouthPlatform.Internships.People;

internal abstract record PersonCommand;

internal sealed record RegisterPerson(PersonFacts Facts) : PersonCommand;

internal sealed record RecordDeath(Guid PersonId, DateOnly DiedOn) : PersonCommand;

internal sealed record RecordErasure(Guid PersonId, DateOnly ErasedOn) : PersonCommand;

/// <summary>The newest registration counts; an older one that is told later changes nothing.</summary>
internal sealed record RecordUnemployment(Guid PersonId, UnemploymentRegistration Registration) : PersonCommand;

internal sealed record EndUnemployment(Guid PersonId, DateOnly RegisteredOn, DateOnly EndedOn) : PersonCommand;

/// <summary>All hardships of the person; what the ledger told earlier and arrives later changes nothing.</summary>
internal sealed record RecordHardship(
    Guid PersonId, IReadOnlyList<string> Categories, long Sequence, DateOnly ChangedOn, IReadOnlyList<Guid> Applications) : PersonCommand;
