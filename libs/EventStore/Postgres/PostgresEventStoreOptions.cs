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

    /// <summary>
    /// How long answers by idempotency key are kept, above zero; <see cref="Timeout.InfiniteTimeSpan"/> is for ever. A request that
    /// is repeated later is carried out anew.
    /// </summary>
    public TimeSpan AnswersKeptFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long it is known which messages were dealt with, above zero; <see cref="Timeout.InfiniteTimeSpan"/> is for ever. A message
    /// that is delivered again later takes effect again.
    /// </summary>
    public TimeSpan MessagesKeptFor { get; set; } = TimeSpan.FromDays(366);

    /// <summary>How long a writer whose connection broke tries to reach the server before it tells its callers.</summary>
    public TimeSpan ReconnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Refuses retentions that keep nothing.</summary>
    /// <exception cref="InvalidOperationException">One is not above zero.</exception>
    internal void Check()
    {
        foreach (var keptFor in new[] { AnswersKeptFor, MessagesKeptFor })
        {
            if (keptFor <= TimeSpan.Zero && keptFor != Timeout.InfiniteTimeSpan)
            {
                throw new InvalidOperationException($"Answers and messages of the event log cannot be kept for {keptFor}.");
            }
        }
    }
}
