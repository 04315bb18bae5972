namespace YouthPlatform.EventStore.Postgres;

/// <summary>What a service's event log is made of.</summary>
public sealed class PostgresEventStoreOptions
{
    /// <summary>Npgsql connection string of the service's database.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The service's events by stored name.</summary>
    public EventTypes Types { get; set; } = new();

    /// <summary>Projections whose rows commit with the events.</summary>
    public IList<IProjection> InlineProjections { get; } = [];

    /// <summary>How many streams the writer remembers keys and versions of (about 200 bytes each).</summary>
    public int RememberedStreams { get; set; } = 100_000;

    /// <summary>How many events may have been folded into all states of aggregates that are remembered (about as many hundred bytes at most).</summary>
    public int RememberedEvents { get; set; } = 200_000;

    /// <summary>How long a writer whose connection broke tries to reach the server before it tells its callers.</summary>
    public TimeSpan ReconnectTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
