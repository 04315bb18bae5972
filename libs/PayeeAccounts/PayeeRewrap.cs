using Npgsql;
using NpgsqlTypes;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Wraps payees' keys under the current secret, and makes the signs of their numbers anew.</summary>
internal sealed class PayeeRewrap(NpgsqlDataSource database, PayeeKeyRing ring, IEventStore store, PayeeRewrapOptions options) : KeyRewrap(database, PayeeKeys.Tables)
{
    private const string SelectBatch =
        """
        SELECT payee_id, key_id, wrapped, number_sign IS NOT NULL FROM payees.data_keys
        WHERE (key_id = $1 OR key_id IS NULL) AND payee_id > $2 ORDER BY payee_id LIMIT $3 FOR UPDATE
        """;

    private const string Update =
        """
        UPDATE payees.data_keys k SET key_id = $1, wrapped = made.wrapped, number_sign = made.sign
        FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS made (payee_id, wrapped, sign) WHERE k.payee_id = made.payee_id
        """;

    protected override async Task<Guid?> WrapBatchAsync(
        NpgsqlConnection connection, string current, string retiring, Guid after, CancellationToken cancellationToken)
    {
        ring.Use(current);
        List<Stored> batch = [];
        await using (var select = new NpgsqlCommand(SelectBatch, connection)
        {
            Parameters = { new() { Value = retiring }, new() { Value = after }, new() { Value = options.BatchSize } },
        })
        {
            await using var reader = await select.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                batch.Add(new(reader.GetGuid(0), reader.TextOrNull(1), reader.GetFieldValue<byte[]>(2), reader.GetBoolean(3)));
            }
        }

        if (batch.Count == 0)
        {
            return null;
        }

        await UpdateAsync(connection, batch, cancellationToken);
        return batch[^1].PayeeId;
    }

    private async Task UpdateAsync(NpgsqlConnection connection, List<Stored> batch, CancellationToken cancellationToken)
    {
        List<byte[]> wrapped = [];
        List<byte[]?> signs = [];
        foreach (var stored in batch)
        {
            var key = ring.Unwrap(stored.PayeeId, stored.KeyId, stored.Wrapped).DataKey;
            wrapped.Add(ring.Current.Wrap(stored.PayeeId, key));
            signs.Add(stored.HasSign ? await SignAsync(new PayeeKey(stored.PayeeId, key, null), cancellationToken) : null);
        }

        await using var update = new NpgsqlCommand(Update, connection)
        {
            Parameters =
            {
                new() { Value = ring.Current.Id },
                new() { Value = batch.Select(stored => stored.PayeeId).ToArray() },
                new() { Value = wrapped.ToArray() },
                new() { Value = signs.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
            },
        };
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The row is locked, and a confirmation changes it in the commit of its event: what the stream says is what the row says.</summary>
    private async Task<byte[]?> SignAsync(PayeeKey key, CancellationToken cancellationToken)
    {
        var found = await RegistrationAggregate.LoadAsync(store, Registration.Stream(key.PayeeId), cancellationToken);
        return found.State is RegistrationState.Registered { Confirmed: { } confirmed }
            ? ring.Current.SignOf(key.Open(confirmed.Holder, confirmed.Number).Number)
            : null;
    }

    private sealed record Stored(Guid PayeeId, string? KeyId, byte[] Wrapped, bool HasSign);
}

/// <summary>How payees' keys are wrapped anew.</summary>
/// <param name="BatchSize">Payees a transaction.</param>
internal sealed record PayeeRewrapOptions(int BatchSize)
{
    public const string BatchSizeKey = "Payees:RewrapBatchSize";
    public const int UsualBatchSize = 200;
}
