namespace YouthPlatform.EventStore.Bench;

/// <summary>A row for each stream.</summary>
internal sealed class RowPerStream : IProjection
{
    public string Name => "row_per_stream";

    public IReadOnlyList<string> Tables => ["row_per_stream"];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS row_per_stream (stream text PRIMARY KEY, weeks integer NOT NULL, hours numeric NOT NULL);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        var reported = (HoursReported)recorded.Data;
        yield return new SqlStatement(
            """
            INSERT INTO row_per_stream AS r VALUES ($1, 1, $2)
            ON CONFLICT (stream) DO UPDATE SET weeks = r.weeks + 1, hours = r.hours + excluded.hours
            """,
            recorded.Stream,
            reported.Hours);
    }
}

/// <summary>Counts in 100 rows.</summary>
internal sealed class CountsInHundredRows : IProjection
{
    public string Name => "counts";

    public IReadOnlyList<string> Tables => ["counts"];

    public string Schema => "CREATE TABLE IF NOT EXISTS counts (bucket integer PRIMARY KEY, seen bigint NOT NULL);";

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        yield return new SqlStatement(
            "INSERT INTO counts AS c VALUES ($1, 1) ON CONFLICT (bucket) DO UPDATE SET seen = c.seen + 1",
            (int)(recorded.Position % 100));
    }
}
