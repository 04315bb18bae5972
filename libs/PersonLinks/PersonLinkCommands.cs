namespace YouthPlatform.PersonLinks;

/// <summary>What can be asked of an id.</summary>
public abstract record PersonLinkCommand;

/// <summary>The ledger merged the entry of this id into another one.</summary>
/// <param name="PersonId">The id that is not used any more.</param>
/// <param name="IntoPersonId">The id that is.</param>
/// <param name="Sequence">Position of the ledger's event in its public log.</param>
/// <param name="On">China date.</param>
public sealed record MergePerson(Guid PersonId, Guid IntoPersonId, long Sequence, DateOnly On) : PersonLinkCommand;

/// <summary>The merge was a mistake.</summary>
/// <param name="PersonId">The id that is used again.</param>
/// <param name="FromPersonId">The id that it had been merged into.</param>
/// <param name="Sequence">Position of the ledger's event in its public log.</param>
/// <param name="On">China date.</param>
public sealed record UnmergePerson(Guid PersonId, Guid FromPersonId, long Sequence, DateOnly On) : PersonLinkCommand;

/// <summary>Another id turned out to be of this person.</summary>
public sealed record AbsorbPerson(Guid PersonId, Guid AbsorbedId, DateOnly On) : PersonLinkCommand;

/// <summary>It is not.</summary>
public sealed record ReleasePerson(Guid PersonId, Guid ReleasedId, DateOnly On) : PersonLinkCommand;

/// <summary>Something is decided for a person who has several ids.</summary>
/// <param name="PersonId">The id that is used.</param>
/// <param name="UsedId">The id that it was decided under.</param>
/// <param name="Purpose">What, as a code.</param>
/// <param name="ReferenceId">The file that was decided on.</param>
public sealed record UsePersonLink(Guid PersonId, Guid UsedId, string Purpose, Guid ReferenceId) : PersonLinkCommand;
