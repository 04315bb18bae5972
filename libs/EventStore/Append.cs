using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore;

/// <summary>What one command writes: events to streams and statements that commit with them.</summary>
/// <param name="Streams">Events by stream; may be empty when only statements are to be committed.</param>
/// <param name="Metadata">Who and what caused the events; stored with each of them.</param>
public sealed record Append(IReadOnlyList<StreamAppend> Streams, EventMetadata Metadata)
{
    /// <summary>Statements of the same transaction: idempotency answers, inbox rows, rows of an erasable table.</summary>
    public IReadOnlyList<SqlStatement> Statements { get; init; } = [];
}

/// <summary>New events of one stream.</summary>
/// <param name="Stream">Stream name.</param>
/// <param name="ExpectedVersion">Version of the stream the decision was made on; 0 when the stream must not exist yet.</param>
/// <param name="Events">Events of registered types, in order; may be empty to assert the version only.</param>
public sealed record StreamAppend(string Stream, long ExpectedVersion, IReadOnlyList<object> Events);

/// <summary>Where an append ended.</summary>
/// <param name="Position">Position of the last event written, or of the head when there was none.</param>
/// <param name="Versions">New version of each stream, in the order of <see cref="Append.Streams"/>.</param>
public sealed record AppendResult(long Position, IReadOnlyList<long> Versions);

/// <summary>A parameterised SQL statement with positional parameters (<c>$1</c>, <c>$2</c>, ...).</summary>
/// <param name="Sql">The text; table names are unqualified and resolve through the store's schema.</param>
/// <param name="Parameters">CLR values as Npgsql maps them; null is SQL NULL.</param>
public sealed record SqlStatement(string Sql, params object?[] Parameters) : Change
{
    internal override SqlStatement ToStatement() => this;
}

/// <summary>What is known about the cause of an event. Holds no personal data: the actor is an account id.</summary>
/// <param name="Actor">Subject of the token that gave the command, or the name of the subscription that reacted.</param>
/// <param name="TraceParent">W3C trace context of the request, if any.</param>
/// <param name="CausationId">Id of the message or event that led to this one, if any.</param>
public sealed record EventMetadata(string Actor, string? TraceParent = null, string? CausationId = null);
