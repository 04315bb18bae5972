namespace YouthPlatform.EventStore;

/// <summary>A stream was not at the version that the caller decided on; nothing of that append was written.</summary>
public sealed class WrongExpectedVersionException(string stream, long expected, long actual)
    : Exception($"Stream {stream} is at version {actual}, expected {expected}.")
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version the caller expected.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version the stream has.</summary>
    public long Actual { get; } = actual;
}

/// <summary>A statement or inline projection of an append broke a unique constraint; nothing of that append was written.</summary>
public sealed class UniqueViolationException(string constraint, Exception inner)
    : Exception($"Unique constraint {constraint} was violated.", inner)
{
    /// <summary>Name of the constraint.</summary>
    public string Constraint { get; } = constraint;
}

/// <summary>The connection broke during a commit and what became of it could not be learnt; retry with the same idempotency key.</summary>
public sealed class CommitUnknownException(Exception inner)
    : Exception("The outcome of a commit is unknown.", inner);

/// <summary>A stored event has a type that no event is registered for.</summary>
public sealed class UnknownEventTypeException(string type)
    : Exception($"No event is registered for the stored type {type}.")
{
    /// <summary>The stored name.</summary>
    public string StoredType { get; } = type;
}
