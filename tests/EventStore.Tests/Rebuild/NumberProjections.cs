using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Tests.Subscriptions;

namespace YouthPlatform.EventStore.Tests.Rebuild;

/// <summary>Counts and sums numbers by their last digit, in two tables with an index and a foreign key.</summary>
internal abstract class NumberProjection : IProjection
{
    private readonly Table<int> _digits;
    private readonly Column<long> _seen;
    private readonly Column<long> _total;
    private readonly Table<long> _numbers;
    private readonly Column<int> _digit;
    private readonly Column<int> _number;

    protected NumberProjection(string name)
    {
        Name = name;
        _digits = new($"{Prefix}_digits", "digit");
        _seen = new(_digits, "seen");
        _total = new(_digits, "total");
        _numbers = new($"{Prefix}_numbers", "position");
        _digit = new(_numbers, "digit");
        _number = new(_numbers, "number");
    }

    public string Name { get; }

    private string Prefix => Name.Replace('-', '_');

    public IReadOnlyList<Table> Tables => [_digits, _numbers];

    public string Schema => $"""
        CREATE TABLE IF NOT EXISTS {Prefix}_digits (digit int PRIMARY KEY, seen bigint NOT NULL, total bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS {Prefix}_numbers (
            position bigint PRIMARY KEY, digit int NOT NULL REFERENCES {Prefix}_digits, number int NOT NULL);
        CREATE INDEX IF NOT EXISTS {Prefix}_numbers_digit ON {Prefix}_numbers (digit);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data is Ticked ticked
        ? [
            _digits.Upsert(ticked.Number % 10).Add(_seen, 1).Add(_total, ticked.Number),
            _numbers.Insert(recorded.Position).Set(_digit, ticked.Number % 10).Set(_number, ticked.Number),
        ]
        : [];
}

internal sealed class InlineNumbers() : NumberProjection("inline-numbers");

internal sealed class FollowedNumbers() : NumberProjection("followed-numbers");
