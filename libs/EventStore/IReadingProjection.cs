using Npgsql;

namespace YouthPlatform.EventStore;

/// <summary>
/// A projection whose rows follow from the events and from its own rows as they are: it reads what a batch of events may touch, folds
/// the batch in memory, and says in statements of many rows what to write. Commits follow each other under the head of the log, so what was read is what holds
/// when it is written, whoever else writes to the log. <see cref="IProjection.Project"/> gives nothing. Replays give batches of other sizes: the rows must not depend on where batches end.
/// </summary>
public interface IReadingProjection : IProjection
{
    /// <summary>Reads what the rows of some events may depend on. An event among them that cannot be understood is left to <see cref="IProjectionBatch.Add"/>.</summary>
    /// <param name="connection">A connection that finds the tables by their unqualified names.</param>
    /// <param name="events">Contents of events that may follow, in order; some may turn out not to be recorded.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IProjectionBatch> ReadAsync(NpgsqlConnection connection, IReadOnlyList<object> events, CancellationToken cancellationToken);
}

/// <summary>The effect of a batch of events on the rows of a projection.</summary>
public interface IProjectionBatch
{
    /// <summary>Takes the events of one append into account: all of them, or none if it throws.</summary>
    void Add(IReadOnlyList<RecordedEvent> events);

    /// <summary>What to write for the events that were added.</summary>
    IReadOnlyList<SqlStatement> Write();
}
