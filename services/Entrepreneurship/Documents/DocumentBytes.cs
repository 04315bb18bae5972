using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Documents;

/// <summary>Where the bytes of documents lie: in the service's database, committed with the event that names them.</summary>
internal sealed class DocumentBytes(NpgsqlDataSource database)
{
    public static SchemaPart Schema { get; } = new(
        "documents",
        """
        CREATE SCHEMA IF NOT EXISTS documents;
        CREATE TABLE IF NOT EXISTS documents.contents (document_id uuid PRIMARY KEY, content bytea NOT NULL);
        """);

    public static SqlStatement Save(Guid documentId, byte[] content) =>
        new("INSERT INTO documents.contents (document_id, content) VALUES ($1, $2)", documentId, content);

    public static SqlStatement Drop(Guid documentId) => new("DELETE FROM documents.contents WHERE document_id = $1", documentId);

    /// <summary>The bytes; null when the document was removed.</summary>
    public async Task<byte[]?> ReadAsync(Guid documentId, CancellationToken cancellation) => (await database.RowsAsync(
        "SELECT content FROM documents.contents WHERE document_id = $1",
        [documentId],
        row => row.GetFieldValue<byte[]>(0),
        cancellation)).SingleOrDefault();
}
