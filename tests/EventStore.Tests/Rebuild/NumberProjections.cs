using YouthPlatform.EventStore.Tests.Subscriptions;

namespace YouthPlatform.EventStore.Tests.Rebuild;

/// <summary>Counts and sums numbers by their last digit, in two tables with an index, an identity column and a foreign key.</summary>
internal abstract class NumberProjection(string name) : IProjection
{
    public string Name => name;

    private string Prefix => name.Replace('-', '_');

    public IReadOnlyList<string> Tables => [$"{Prefix}_digits", $"{Prefix}_numbers"];

    public string Schema => $"""
        CREATE TABLE IF NOT EXISTS {Prefix}_digits (digit int PRIMARY KEY, seen bigint NOT NULL, total bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS {Prefix}_numbers (
            position bigint PRIMARY KEY, digit int NOT NULL REFERENCES {Prefix}_digits, number int NOT NULL);
        CREATE INDEX IF NOT EXISTS {Prefix}_numbers_digit ON {Prefix}_numbers (digit);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        if (recorded.Data is Ticked ticked)
        {
            yield return new SqlStatement(
                $"""
                INSERT INTO {Prefix}_digits AS d VALUES ($1, 1, $2)
                ON CONFLICT (digit) DO UPDATE SET seen = d.seen + 1, total = d.total + excluded.total
                """,
                ticked.Number % 10,
                (long)ticked.Number);
            yield return new SqlStatement(
                $"INSERT INTO {Prefix}_numbers VALUES ($1, $2, $3)", recorded.Position, ticked.Number % 10, ticked.Number);
        }
    }
}

internal sealed class InlineNumbers() : NumberProjection("inline-numbers");

internal sealed class FollowedNumbers() : NumberProjection("followed-numbers");
