using Npgsql;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Rebuild;

/// <summary>What is folded and written in bulk is what single statements make, whatever is folded together.</summary>
public sealed class FoldProperties(PostgresFixture postgres)
{
    private const string Schema = """
        CREATE TABLE parents (id uuid PRIMARY KEY, name text, seen bigint NOT NULL DEFAULT 3, first_on date, last_on date, opened boolean);
        CREATE TABLE parts (
            parent uuid NOT NULL, line int NOT NULL, amount numeric(14, 2) DEFAULT 1.50, tags text[], at timestamptz, level int,
            note text DEFAULT 'none',
            PRIMARY KEY (parent, line));
        CREATE INDEX parts_note ON parts (note);
        """;

    private static readonly Table<Guid> Parents = new("parents", "id");
    private static readonly Column<string> Name = new(Parents, "name");
    private static readonly Column<long> Seen = new(Parents, "seen");
    private static readonly Column<DateOnly> FirstOn = new(Parents, "first_on");
    private static readonly Column<DateOnly> LastOn = new(Parents, "last_on");
    private static readonly Column<bool> Opened = new(Parents, "opened");

    private static readonly Table<(Guid Parent, int Line)> Parts = new("parts", "parent", "line");
    private static readonly Column<decimal> Amount = new(Parts, "amount");
    private static readonly Column<string[]> Tags = new(Parts, "tags");
    private static readonly Column<DateTimeOffset> At = new(Parts, "at");
    private static readonly Column<int> Level = new(Parts, "level");

    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 3).Select(n => DerivedId.Create(DerivedId.UrlNamespace, $"{n}"))];

    public static TheoryData<int, bool, int> Cases =>
    [
        .. Enumerable.Range(1, 40).Select(seed => (seed, seed % 2 == 0, (seed % 4) switch { 0 => 1, 1 => 7, 2 => 40, _ => int.MaxValue })),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FoldedEqualsOneByOne(int seed, bool startsEmpty, int changesTogether)
    {
        await using var data = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var one = await SchemaAsync(data, "one");
        await using var folded = await SchemaAsync(data, "folded");
        var random = new Random(seed);
        var rows = new Existing();
        if (!startsEmpty)
        {
            var before = Enumerable.Range(0, 20).Select(_ => Next(random, rows)).ToList();
            await OneByOneAsync(one, before);
            await OneByOneAsync(folded, before);
        }

        var changes = Enumerable.Range(0, 150).Select(_ => Next(random, rows)).ToList();
        await OneByOneAsync(one, changes);
        await FoldAsync(folded, changes, startsEmpty, changesTogether);

        (await RowsAsync(folded)).ShouldBe(await RowsAsync(one));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARowThatIsThereIsNotInsertedAgain(bool startsEmpty)
    {
        await using var data = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var connection = await SchemaAsync(data, "folded");
        await FoldAsync(connection, [Parents.Insert(Ids[0])], startsEmpty, 1);

        (await Should.ThrowAsync<PostgresException>(() => FoldAsync(connection, [Parents.Insert(Ids[0])], startsEmpty, 1)))
            .SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        (await Should.ThrowAsync<PostgresException>(() => FoldAsync(connection, [Parents.Insert(Ids[1]), Parents.Insert(Ids[1])], startsEmpty, 2)))
            .SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChangeThatIsGivenAgainCountsAgain(bool startsEmpty)
    {
        await using var data = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var folded = await SchemaAsync(data, "folded");
        var change = Parents.Upsert(Ids[0]).Add(Seen, 2);
        var other = Parents.Upsert(Ids[1]).Add(Seen, 5);

        await FoldAsync(folded, [change, change, other, change, change, other], startsEmpty, 6);

        (await Statements.ScalarAsync<long[]>(
            folded, "SELECT array_agg(seen ORDER BY seen) FROM parents", TestContext.Current.CancellationToken)).ShouldBe([8, 10]);
    }

    [Fact]
    public async Task ManyRowsAreCopied()
    {
        await using var data = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var one = await SchemaAsync(data, "one");
        await using var folded = await SchemaAsync(data, "folded");
        List<Change> changes =
        [
            .. Enumerable.Range(0, 2_000).Select(line => Parts.Insert((Ids[0], line))
                .Set(Tags, [$"{line}", "a \"b\" \\ {c}"])
                .Set(Level, line % 2 == 0 ? line : null)),
            .. Enumerable.Range(0, 2_000).Select(line => Parts.Update((Ids[0], line)).Add(Amount, line).Greatest(Level, 1_000)),
        ];
        await OneByOneAsync(one, changes);
        await FoldAsync(folded, changes, startsEmpty: true, 1_500);

        (await RowsAsync(folded)).ShouldBe(await RowsAsync(one));
    }

    private static Change Next(Random random, Existing rows)
    {
        var id = Ids[random.Next(Ids.Length)];
        if (random.Next(40) == 0)
        {
            rows.DeleteParts(id);
            return new SqlStatement("DELETE FROM parts WHERE parent = $1", id);
        }

        return random.Next(2) == 0
            ? Assign(random, rows.Change(random, Parents, id))
            : Assign(random, rows.Change(random, Parts, (id, random.Next(2))));
    }

    private static RowChange Assign(Random random, RowChange change)
    {
        if (change.Shape.Kind == ChangeKind.Delete)
        {
            return change;
        }

        var day = new DateOnly(2023, 7, 1).AddDays(random.Next(30));
        return ReferenceEquals(change.Shape.Table, Parents)
            ? Maybe(random, Maybe(random, Maybe(random, Maybe(random, Maybe(random, change,
                c => c.Set(Name, random.Next(3) == 0 ? null : $"n{random.Next(9)}"), c => c.Initially(Name, "first")),
                c => c.Add(Seen, random.Next(9)), c => c.Set(Seen, random.Next(9))),
                c => c.Least(FirstOn, day), c => c.Greatest(FirstOn, day), c => c.Set(FirstOn, (DateOnly?)null)),
                c => c.Greatest(LastOn, day), c => c.SetIfAny(LastOn, random.Next(2) == 0 ? day : null)),
                c => c.Set(Opened, random.Next(2) == 0))
            : Maybe(random, Maybe(random, Maybe(random, Maybe(random, change,
                c => c.Add(Amount, random.Next(500) / 100m), c => c.Greatest(Amount, 4.25m), c => c.Set(Amount, null)),
                c => c.Set(Tags, ["a", $"{random.Next(9)}"]), c => c.Set(Tags, [])),
                c => c.Greatest(At, DateTimeOffset.UnixEpoch.AddHours(random.Next(1_000_000)))),
                c => c.Add(Level, 1), c => c.Least(Level, random.Next(5)), c => c.Initially(Level, 2));
    }

    private static RowChange Maybe(Random random, RowChange change, params Func<RowChange, RowChange>[] ways)
    {
        var way = random.Next(ways.Length + 1);
        return way == ways.Length ? change : ways[way](change);
    }

    private static async Task OneByOneAsync(NpgsqlConnection connection, IEnumerable<Change> changes) => await Statements.ExecuteAsync(
        connection, null, changes.Select(change => change.ToStatement()).OfType<SqlStatement>(), TestContext.Current.CancellationToken);

    private static async Task FoldAsync(NpgsqlConnection connection, List<Change> changes, bool startsEmpty, int together)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var memory = await FoldedTables.CreateAsync(connection, [Parents, Parts], startsEmpty, cancellationToken);
        var folder = new ChangeFolder(connection, memory);
        foreach (var chunk in changes.Chunk(Math.Min(together, changes.Count)))
        {
            await folder.AddAsync(chunk, cancellationToken);
            await folder.WriteAsync(cancellationToken);
        }
    }

    private static async Task<NpgsqlConnection> SchemaAsync(NpgsqlDataSource data, string name)
    {
        var connection = await data.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Statements.ExecuteAsync(
            connection, $"CREATE SCHEMA {name}; SET search_path TO {name}; SET timezone TO 'UTC'; {Schema}", TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<string[]> RowsAsync(NpgsqlConnection connection) => await Statements.ScalarAsync<string[]>(
        connection,
        "SELECT ARRAY(SELECT t::text FROM parents t ORDER BY 1) || ARRAY(SELECT t::text FROM parts t ORDER BY 1)",
        TestContext.Current.CancellationToken);

    /// <summary>Which rows there are, so that none is inserted twice.</summary>
    private sealed class Existing
    {
        private readonly HashSet<object> _keys = [];

        public RowChange Change<TKey>(Random random, Table<TKey> table, TKey key)
            where TKey : notnull
        {
            switch (random.Next(5))
            {
                case 0:
                    _keys.Remove(key);
                    return table.Delete(key);
                case 1:
                    return table.Update(key);
                case 2 or 3 when _keys.Add(key):
                    return table.Insert(key);
                case 3 or 4:
                    _keys.Add(key);
                    return table.Upsert(key);
                default:
                    return table.Update(key);
            }
        }

        public void DeleteParts(Guid parent) => _keys.RemoveWhere(key => key is ValueTuple<Guid, int> part && part.Item1 == parent);
    }
}
