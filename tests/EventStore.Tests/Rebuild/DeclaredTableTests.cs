using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Rebuild;

public sealed class DeclaredTableTests(PostgresFixture postgres)
{
    private static readonly Table<(Guid Person, string Month)> Months = new("months", "person_id", "month");
    private static readonly Column<decimal> Amount = new(Months, "amount");
    private static readonly Column<int> Lines = new(Months, "lines");

    [Fact]
    public async Task TablesAsDeclaredPass() => await CreateAsync(
        "CREATE TABLE months (person_id uuid, month text, amount numeric(14, 2), lines int, note text, PRIMARY KEY (month, person_id))");

    [Theory]
    [InlineData("SELECT 1", "there is no table months")]
    [InlineData("CREATE TABLE months (person_id uuid, month text, amount numeric, PRIMARY KEY (person_id, month))", "months has no column lines")]
    [InlineData(
        "CREATE TABLE months (person_id uuid, month text, amount numeric, lines bigint, PRIMARY KEY (person_id, month))",
        "months.lines is int8, not int4 as declared")]
    [InlineData(
        "CREATE TABLE months (person_id uuid PRIMARY KEY, month text, amount numeric, lines int)",
        "months has no primary or unique key (person_id, month)")]
    [InlineData(
        """
        CREATE TABLE months (person_id uuid, month text, amount numeric, lines int);
        CREATE UNIQUE INDEX ON months (person_id, month) WHERE lines > 0
        """,
        "months has no primary or unique key (person_id, month)")]
    public async Task WhatDiffersIsNamedAtStart(string schema, string fault) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => CreateAsync(schema))).Message
            .ShouldBe($"The tables of subsidies are not as declared: {fault}.");

    [Fact]
    public void ADeclarationThatCannotBeIsRefused()
    {
        Should.Throw<ArgumentException>(() => new Column<int>(Months, "amount")).Message.ShouldContain("declared twice");
        Should.Throw<ArgumentException>(() => new Column<int>(Months, "month")).Message.ShouldContain("declared twice");
        Should.Throw<ArgumentException>(() => new Column<Uri>(Months, "link")).Message.ShouldContain("link");
        Should.Throw<ArgumentException>(() => new Table<Guid>("Months", "id")).Message.ShouldContain("'Months'");
        Should.Throw<ArgumentException>(() => new Table<Guid>("months", "person_id", "month")).Message.ShouldContain("2 columns");
    }

    [Fact]
    public void AChangeThatCannotBeIsRefused()
    {
        var other = new Column<int>(new Table<Guid>("others", "id"), "lines");
        Should.Throw<InvalidOperationException>(() => Months.Update(Key).Set(Lines, 1).Add(Lines, 1)).Message.ShouldContain("months.lines");
        Should.Throw<InvalidOperationException>(() => Months.Update(Key).Set(other, 1)).Message.ShouldContain("others.lines");
        Should.Throw<InvalidOperationException>(() => Months.Delete(Key).Set(Lines, 1)).Message.ShouldContain("Delete");
    }

    [Fact]
    public void ChangesBecomeStatementsByFullKey()
    {
        Sql(Months.Insert(Key).Set(Lines, 1).Set(Amount, null)).ShouldBe(
            "INSERT INTO \"months\" AS t (\"person_id\", \"month\", \"lines\", \"amount\") VALUES ($1, $2, $3, $4)");
        Sql(Months.Upsert(Key).Add(Lines, 1).Initially(Amount, 2)).ShouldBe(
            "INSERT INTO \"months\" AS t (\"person_id\", \"month\", \"lines\", \"amount\") VALUES ($1, $2, $3, $4)"
            + " ON CONFLICT (\"person_id\", \"month\") DO UPDATE SET \"lines\" = t.\"lines\" + $3");
        Sql(Months.Update(Key).Greatest(Lines, 1).Least(Amount, 2)).ShouldBe(
            "UPDATE \"months\" AS t SET \"lines\" = greatest(t.\"lines\", $3), \"amount\" = least(t.\"amount\", $4)"
            + " WHERE t.\"person_id\" = $1 AND t.\"month\" = $2");
        Sql(Months.Delete(Key)).ShouldBe("DELETE FROM \"months\" AS t WHERE t.\"person_id\" = $1 AND t.\"month\" = $2");
        Months.Update(Key).SetIfAny(Lines, null).ToStatement().ShouldBeNull();
        Months.Update(Key).Set(Lines, 7).ToStatement()!.Parameters.ShouldBe([Guid.Empty, "2023-08", 7]);
    }

    private static (Guid, string) Key => (Guid.Empty, "2023-08");

    private static string Sql(RowChange change) => change.ToStatement()!.Sql;

    private async Task CreateAsync(string schema)
    {
        var options = new PostgresEventStoreOptions { ConnectionString = await postgres.CreateDatabaseAsync() };
        await using var data = EventLogDataSource.Create(options.ConnectionString);
        await using var store = new PostgresEventStore(
            data, options, TimeProvider.System, [new SchemaPart("subsidies", schema) { Tables = [Months] }]);
        await store.CreateAsync(TestContext.Current.CancellationToken);
    }
}
