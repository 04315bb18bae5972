namespace YouthPlatform.PersonLinks;

/// <summary>What happened to an id.</summary>
public abstract record PersonLinkEvent;

/// <summary>The id is not used any more.</summary>
public sealed record PersonMerged(Guid PersonId, Guid IntoPersonId, long Sequence, DateOnly MergedOn) : PersonLinkEvent;

/// <summary>The id is used again.</summary>
public sealed record PersonUnmerged(Guid PersonId, Guid FromPersonId, long Sequence, DateOnly UnmergedOn) : PersonLinkEvent;

/// <summary>Another id is of this person.</summary>
public sealed record PersonAbsorbed(Guid PersonId, Guid AbsorbedId, DateOnly AbsorbedOn) : PersonLinkEvent;

/// <summary>Another id is not of this person after all.</summary>
public sealed record PersonReleased(Guid PersonId, Guid ReleasedId, DateOnly ReleasedOn) : PersonLinkEvent;

/// <summary>Something was decided for a person who has several ids; see <see cref="PersonLink"/> for why this is recorded.</summary>
public sealed record PersonLinkUsed(Guid PersonId, Guid UsedId, string Purpose, Guid ReferenceId) : PersonLinkEvent;
