using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore;

/// <summary>
/// A pure fold of events into rows. Registered inline it commits with the events, registered as a subscription it follows
/// them; either way it can be rebuilt from zero beside the live rows and swapped in.
/// </summary>
public interface IProjection
{
    /// <summary>Stable name, unique in the service.</summary>
    string Name { get; }

    /// <summary>
    /// The tables that belong to this projection alone, in an order in which their rows can be inserted. At start they are compared with
    /// what <see cref="Schema"/> has made.
    /// </summary>
    IReadOnlyList<Table> Tables { get; }

    /// <summary>Statements that create the tables and indexes, with unqualified names, each with <c>IF NOT EXISTS</c>.</summary>
    string Schema { get; }

    /// <summary>The changes that follow from one event, in order; a function of the event alone.</summary>
    IEnumerable<Change> Project(RecordedEvent recorded);
}
