namespace YouthPlatform.EventStore;

/// <summary>
/// A pure fold of events into rows. Registered inline it commits with the events, registered as a subscription it follows
/// them; either way it can be rebuilt from zero beside the live rows and swapped in.
/// </summary>
public interface IProjection
{
    /// <summary>Stable name, unique in the service.</summary>
    string Name { get; }

    /// <summary>Names of the tables that belong to this projection alone.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Statements that create the tables and indexes, with unqualified names, each with <c>IF NOT EXISTS</c>.</summary>
    string Schema { get; }

    /// <summary>The changes of rows that follow from one event, a function of the event alone.</summary>
    IEnumerable<SqlStatement> Project(RecordedEvent recorded);
}
