using Microsoft.Extensions.Hosting;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Learns at start which secret is current, and refuses to start without one that payees' keys are wrapped under.</summary>
internal sealed class PayeeKeyPreparation(NpgsqlDataSource database, PayeeKeyRing ring) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PayeeKeys.Tables.ClaimAsync(connection, ring, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await PayeeKeys.Tables.RequireRetiringAsync(database, ring, cancellationToken);
        await NoteAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Notes the secret of keys that were stored by a version that knew one only.</summary>
    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        var rows = await database.RowsAsync(
            "SELECT payee_id, wrapped FROM payees.data_keys WHERE key_id IS NULL",
            [],
            row => (PayeeId: row.GetGuid(0), Wrapped: row.GetFieldValue<byte[]>(1)),
            cancellationToken);
        foreach (var (payeeId, wrapped) in rows)
        {
            await using var note = database.CreateCommand("UPDATE payees.data_keys SET key_id = $2 WHERE payee_id = $1 AND key_id IS NULL");
            note.Parameters.Add(new() { Value = payeeId });
            note.Parameters.Add(new() { Value = ring.Unwrap(payeeId, null, wrapped).Under.Id });
            await note.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
