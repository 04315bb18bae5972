using Npgsql;

namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Events of the tests.</summary>
internal sealed record AccountOpened(string Holder);

internal sealed record Deposited(decimal Amount);

/// <summary>Deposits to accounts by stream, and a name that only one account may have.</summary>
internal sealed class Accounts : IProjection
{
    internal const string HolderIsTaken = "accounts_holder_key";

    internal static EventTypes Types => new EventTypes()
        .Add<AccountOpened>("tests.account_opened.v1")
        .Add<Deposited>("tests.deposited.v1");

    public string Name => "accounts";

    public IReadOnlyList<string> Tables => ["accounts"];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS accounts (
            stream text PRIMARY KEY,
            holder text NOT NULL CONSTRAINT accounts_holder_key UNIQUE,
            balance numeric NOT NULL,
            position bigint NOT NULL);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded) => recorded.Data switch
    {
        AccountOpened opened =>
        [
            new("INSERT INTO accounts VALUES ($1, $2, 0, $3)", recorded.Stream, opened.Holder, recorded.Position),
        ],
        Deposited { Amount: < 0 } => throw new InvalidOperationException("The projection knows no negative deposit."),
        Deposited deposited =>
        [
            new("UPDATE accounts SET balance = balance + $2, position = $3 WHERE stream = $1", recorded.Stream, deposited.Amount, recorded.Position),
        ],
        _ => [],
    };

    internal static async Task<decimal?> BalanceAsync(NpgsqlDataSource dataSource, string stream)
    {
        await using var command = dataSource.CreateCommand("SELECT balance FROM accounts WHERE stream = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        return (decimal?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
