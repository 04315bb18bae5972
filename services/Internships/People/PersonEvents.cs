namespace YouthPlatform.Internships.People;

internal abstract record PersonEvent;

internal sealed record PersonRegistered(PersonFacts Facts) : PersonEvent;

internal sealed record PersonDied(Guid PersonId, DateOnly DiedOn) : PersonEvent;

internal sealed record PersonDataErased(Guid PersonId, DateOnly ErasedOn) : PersonEvent;

internal sealed record UnemploymentBegun(Guid PersonId, UnemploymentRegistration Registration) : PersonEvent;

internal sealed record UnemploymentOver(Guid PersonId, DateOnly RegisteredOn, DateOnly EndedOn) : PersonEvent;

/// <summary>All hardships of the person from a day on, with the applications under review that they bring forward or back (H9 §二(一)).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Categories">Codes of hardship categories.</param>
/// <param name="Sequence">Position of the ledger's event in its public log.</param>
/// <param name="ChangedOn">China date.</param>
/// <param name="Applications">Standing applications of the person.</param>
internal sealed record HardshipKnown(
    Guid PersonId, IReadOnlyList<string> Categories, long Sequence, DateOnly ChangedOn, IReadOnlyList<Guid> Applications) : PersonEvent;
