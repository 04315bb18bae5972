using Npgsql;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Events of the tests.</summary>
internal sealed record AccountOpened(string Holder);

internal sealed record Deposited(decimal Amount);

internal sealed record HoldersNamed(IReadOnlyDictionary<string, string> ByRole)
{
    /// <summary>In the order that they came in.</summary>
    internal string Text => string.Join(' ', ByRole.Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>Deposits to accounts by stream, and a name that only one account may have.</summary>
internal sealed class Accounts : IProjection
{
    internal const string HolderIsTaken = "accounts_holder_key";

    private static readonly Table<string> Rows = new("accounts", "stream");
    private static readonly Column<string> Holder = new(Rows, "holder");
    private static readonly Column<decimal> Balance = new(Rows, "balance");
    private static readonly Column<long> Position = new(Rows, "position");

    internal static EventTypes Types => new EventTypes()
        .Add<AccountOpened>("tests.account_opened.v1")
        .Add<Deposited>("tests.deposited.v1")
        .Add<HoldersNamed>("tests.holders_named.v1");

    public string Name => "accounts";

    public IReadOnlyList<Table> Tables => [Rows];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS accounts (
            stream text PRIMARY KEY,
            holder text NOT NULL CONSTRAINT accounts_holder_key UNIQUE,
            balance numeric NOT NULL,
            position bigint NOT NULL);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        AccountOpened opened => [Rows.Insert(recorded.Stream).Set(Holder, opened.Holder).Set(Balance, 0).Set(Position, recorded.Position)],
        Deposited { Amount: < 0 } => throw new InvalidOperationException("The projection knows no negative deposit."),
        Deposited deposited => [Rows.Update(recorded.Stream).Add(Balance, deposited.Amount).Set(Position, recorded.Position)],
        HoldersNamed named => [Rows.Update(recorded.Stream).Set(Holder, named.Text)],
        _ => [],
    };

    internal static async Task<decimal?> BalanceAsync(NpgsqlDataSource dataSource, string stream)
    {
        await using var command = dataSource.CreateCommand("SELECT balance FROM accounts WHERE stream = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        return (decimal?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
