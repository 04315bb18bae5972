using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Bench;

/// <summary>A row for each stream.</summary>
internal sealed class RowPerStream : IProjection
{
    private static readonly Table<string> Streams = new("row_per_stream", "stream");
    private static readonly Column<int> Weeks = new(Streams, "weeks");
    private static readonly Column<decimal> Hours = new(Streams, "hours");

    public string Name => "row_per_stream";

    public IReadOnlyList<Table> Tables => [Streams];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS row_per_stream (stream text PRIMARY KEY, weeks integer NOT NULL, hours numeric NOT NULL);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) =>
        [Streams.Upsert(recorded.Stream).Add(Weeks, 1).Add(Hours, ((HoursReported)recorded.Data).Hours)];
}

/// <summary>Counts in 100 rows.</summary>
internal sealed class CountsInHundredRows : IProjection
{
    private static readonly Table<int> Buckets = new("counts", "bucket");
    private static readonly Column<long> Seen = new(Buckets, "seen");

    public string Name => "counts";

    public IReadOnlyList<Table> Tables => [Buckets];

    public string Schema => "CREATE TABLE IF NOT EXISTS counts (bucket integer PRIMARY KEY, seen bigint NOT NULL);";

    public IEnumerable<Change> Project(RecordedEvent recorded) => [Buckets.Upsert((int)(recorded.Position % 100)).Add(Seen, 1)];
}
