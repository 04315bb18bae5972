using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Imports.Running;

/// <summary>Uploaded files, in the service's database until their last row was dealt with.</summary>
internal sealed class KeptFiles(NpgsqlDataSource dataSource)
{
    /// <summary>Broken when the same file is sent twice at once.</summary>
    public const string ImportConstraint = "files_import_id_key";

    private const int ChunkSize = 256 * 1024;

    public static SchemaPart Schema { get; } = new(
        "uploads",
        """
        CREATE SCHEMA IF NOT EXISTS uploads;
        CREATE TABLE IF NOT EXISTS uploads.files (
            upload_id uuid PRIMARY KEY,
            import_id uuid CONSTRAINT files_import_id_key UNIQUE,
            received_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE IF NOT EXISTS uploads.chunks (
            upload_id uuid NOT NULL REFERENCES uploads.files ON DELETE CASCADE,
            number integer NOT NULL,
            content bytea NOT NULL,
            PRIMARY KEY (upload_id, number));
        """);

    /// <summary>Stores a file as it arrives. Until an import claims it, nothing will happen to it.</summary>
    public async Task SaveAsync(Guid uploadId, Stream content, CancellationToken cancellationToken)
    {
        await ExecuteAsync("INSERT INTO uploads.files (upload_id) VALUES ($1)", [uploadId], cancellationToken);
        var chunk = new byte[ChunkSize];
        for (var number = 0; ; number++)
        {
            var length = await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > 0)
            {
                await ExecuteAsync(
                    "INSERT INTO uploads.chunks (upload_id, number, content) VALUES ($1, $2, $3)", [uploadId, number, chunk[..length]], cancellationToken);
            }

            if (length < chunk.Length)
            {
                return;
            }
        }
    }

    /// <summary>The file from its first byte on.</summary>
    public Stream Open(Guid uploadId) => new KeptStream(dataSource, uploadId);

    /// <summary>Gives a file to its import.</summary>
    public static SqlStatement Claim(Guid uploadId, Guid importId) =>
        new("UPDATE uploads.files SET import_id = $2 WHERE upload_id = $1", uploadId, importId);

    /// <summary>Drops a file; commits with the end of its import.</summary>
    public static SqlStatement Drop(Guid uploadId) => new("DELETE FROM uploads.files WHERE upload_id = $1", uploadId);

    /// <summary>Drops a file that no import claimed.</summary>
    public Task DropUnclaimedAsync(Guid uploadId) =>
        ExecuteAsync("DELETE FROM uploads.files WHERE upload_id = $1 AND import_id IS NULL", [uploadId], CancellationToken.None);

    /// <summary>Drops files whose senders, or this process, went away in the middle.</summary>
    public Task DropForgottenAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM uploads.files WHERE import_id IS NULL AND received_at < now() - interval '1 day'", [], cancellationToken);

    /// <summary>Files that wait for their rows to be dealt with, the oldest first.</summary>
    public async Task<IReadOnlyList<(Guid ImportId, Guid UploadId)>> WaitingAsync(CancellationToken cancellationToken) =>
        await dataSource.RowsAsync(
            "SELECT import_id, upload_id FROM uploads.files WHERE import_id IS NOT NULL ORDER BY received_at",
            [],
            row => (row.GetGuid(0), row.GetGuid(1)),
            cancellationToken);

    private async Task ExecuteAsync(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
