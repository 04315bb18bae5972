using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.EventStore.Tests.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Rebuild;

/// <summary>What a long append does to rows is what the same events do one by one.</summary>
public sealed class GatheredInsertsTests
{
    private static readonly Table<Guid> Owners = new("owners", "owner_id");
    private static readonly Column<string[]> Tags = new(Owners, "tags");
    private static readonly Table<(Guid Owner, int Line)> Lines = new("lines", "owner_id", "line");
    private static readonly Column<DateOnly> On = new(Lines, "on_day");
    private static readonly Column<decimal> Amount = new(Lines, "amount");

    [Fact]
    public void NewRowsOfAShapeAreOneStatementInTheOrderOfTheTables()
    {
        GatheredInserts gathered = new([Owners, Lines]);
        foreach (var number in Enumerable.Range(1, 3))
        {
            gathered.Add(Lines.Insert((Id(number), number)).Set(On, number == 2 ? null : new DateOnly(2023, 9, number)));
            gathered.Add(Owners.Insert(Id(number)).Set(Tags, ["a,b", $"{number}"]));
        }

        var statements = gathered.ToStatements();

        statements.Select(statement => statement.Sql).ShouldBe(
        [
            "INSERT INTO \"owners\" (\"owner_id\", \"tags\") SELECT s.k0, s.v0::text[] FROM unnest($1, $2) AS s (k0, v0)",
            "INSERT INTO \"lines\" (\"owner_id\", \"line\", \"on_day\") SELECT s.k0, s.k1, s.v0 FROM unnest($1, $2, $3) AS s (k0, k1, v0)",
        ]);
    }

    // A row that is deleted and comes again, and one that is changed after it came, depend on the order.
    [Fact]
    public void WhateverElseHappensIsNotOvertaken()
    {
        GatheredInserts gathered = new([Owners, Lines]);
        gathered.Add(Owners.Insert(Id(1)));
        gathered.Add(Owners.Delete(Id(1)));
        gathered.Add(Owners.Insert(Id(1)));
        gathered.Add(Owners.Insert(Id(2)));
        gathered.Add(new SqlStatement("SELECT 1"));
        gathered.Add(Lines.Insert((Id(1), 1)).Set(Amount, 2));
        gathered.Add(Owners.Insert(Id(3)));

        gathered.ToStatements().Select(statement => statement.Sql.Split(' ') is [var verb, _, var table, ..] ? $"{verb} {table.Trim('"')}" : "SELECT").ShouldBe(
            ["INSERT owners", "DELETE owners", "INSERT owners", "SELECT", "INSERT owners", "INSERT lines"]);
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

/// <summary>The same against a real database.</summary>
public sealed class LongAppendTests(PostgresFixture postgres)
{
    [Fact]
    public async Task ALongAppendLeavesTheRowsThatARebuildLeaves()
    {
        await using var service = await TestService.StartAsync(
            await postgres.CreateDatabaseAsync(), services => services.AddProjection<FollowedNumbers>(), store: options => options.InlineProjections.Add(new EachTick()));
        await service.Store.TickAsync(0, 100);

        (await service.QueryAsync<long>("SELECT count(*) FROM each_tick WHERE half IS NULL AND tags = ARRAY['a,b', number::text]")).ShouldBe([50]);
        (await service.Get<ProjectionRebuilder>().CompareAsync("each-tick", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    // One row of many that breaks a key fails the append as a whole, by the name of the key.
    [Fact]
    public async Task AKeyThatIsBrokenByOneOfManyRowsIsNamed()
    {
        await using var service = await TestService.StartAsync(
            await postgres.CreateDatabaseAsync(), services => services.AddProjection<FollowedNumbers>(), store: options => options.InlineProjections.Add(new EachTick()));
        await service.Store.TickAsync(50, 1);

        var broken = await Should.ThrowAsync<UniqueViolationException>(() => service.Store.TickAsync(0, 100));

        broken.Constraint.ShouldBe("each_tick_pkey");
        (await service.QueryAsync<long>("SELECT count(*) FROM each_tick")).ShouldBe([1]);
    }

    /// <summary>A row for each tick, with a column of each kind that is sent in its own way.</summary>
    private sealed class EachTick : IProjection
    {
        private static readonly Table<int> Rows = new("each_tick", "number");
        private static readonly Column<decimal> Half = new(Rows, "half");
        private static readonly Column<string[]> Tags = new(Rows, "tags");
        private static readonly Column<DateOnly> Day = new(Rows, "day");

        public string Name => "each-tick";

        public IReadOnlyList<Table> Tables => [Rows];

        public string Schema => "CREATE TABLE IF NOT EXISTS each_tick (number int PRIMARY KEY, half numeric(14, 2), tags text[] NOT NULL, day date NOT NULL)";

        public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data is Ticked ticked
            ?
            [
                Rows.Insert(ticked.Number).Set(Half, ticked.Number % 2 == 0 ? ticked.Number / 2m : null)
                    .Set(Tags, ["a,b", $"{ticked.Number}"]).Set(Day, new DateOnly(2023, 9, 1).AddDays(ticked.Number)),
            ]
            : [];
    }
}
