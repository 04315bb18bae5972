using Npgsql;

namespace YouthPlatform.ServiceDefaults.KeyRings;

/// <summary>
/// Wraps data keys anew under the current key. Each batch is one transaction and rows say themselves which key they are under, so whatever stops it,
/// the next run goes on with what is left.
/// </summary>
/// <param name="database">The service's database.</param>
/// <param name="tables">Where the keys are.</param>
public abstract class KeyRewrap(NpgsqlDataSource database, KeyTables tables)
{
    /// <summary>Where the keys are.</summary>
    public KeyTables Tables => tables;

    /// <summary>Wraps all that is under a retiring key, then lets the key go.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var retiring in await tables.RetiringAsync(database, cancellationToken))
        {
            for (Guid? after = Guid.Empty; after is not null;)
            {
                after = await WrapAsync(retiring, after.Value, cancellationToken);
            }

            await LetGoAsync(retiring, cancellationToken);
        }
    }

    /// <summary>Wraps the next owners' data keys.</summary>
    /// <param name="retiring">The key that they are under.</param>
    /// <param name="after">The last owner before them.</param>
    /// <param name="cancellationToken">Undoes the batch.</param>
    /// <returns>The last of them; null when there was none left.</returns>
    public async Task<Guid?> WrapAsync(string retiring, Guid after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var select = new NpgsqlCommand($"SELECT key_id FROM {tables.Schema}.master_key FOR SHARE", connection);
        var last = await WrapBatchAsync(connection, (string)(await select.ExecuteScalarAsync(cancellationToken))!, retiring, after, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return last;
    }

    /// <summary>Wraps the next owners' data keys, in the connection's transaction.</summary>
    protected abstract Task<Guid?> WrapBatchAsync(
        NpgsqlConnection connection, string current, string retiring, Guid after, CancellationToken cancellationToken);

    /// <summary>Drops what cannot be made anew, in the transaction that lets the key go.</summary>
    protected virtual Task DropAsync(NpgsqlConnection connection, string retiring, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LetGoAsync(string retiring, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await DropAsync(connection, retiring, cancellationToken);

        // Nothing can be added under it: a write under a key that is not current is refused.
        await using var done = new NpgsqlCommand(
            $"""
            DELETE FROM {tables.Schema}.retiring_keys WHERE key_id = $1
            AND NOT EXISTS (SELECT 1 FROM {tables.Schema}.data_keys WHERE key_id = $1 OR key_id IS NULL)
            """,
            connection)
        {
            Parameters = { new() { Value = retiring } },
        };
        await done.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
