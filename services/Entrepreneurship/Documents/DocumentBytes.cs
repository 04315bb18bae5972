using System.Security.Cryptography;
using Npgsql;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Documents;

/// <summary>
/// Where the bytes of documents lie: in the service's database, committed with the event that names them, or in a bucket where one is configured. What is in
/// a bucket has a row in <c>documents.objects</c>, written before the bytes and kept by the event's commit; whatever no event keeps is swept.
/// </summary>
internal sealed class DocumentBytes(NpgsqlDataSource database, DocumentBucket? bucket = null)
{
    /// <summary>Broken by an event that names an object which was swept meanwhile.</summary>
    public const string SweptConstraint = "documents_swept";

    public static SchemaPart Schema { get; } = new(
        "documents",
        """
        CREATE SCHEMA IF NOT EXISTS documents;
        CREATE TABLE IF NOT EXISTS documents.contents (document_id uuid PRIMARY KEY, content bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS documents.objects (
            document_id uuid PRIMARY KEY, is_kept boolean NOT NULL, is_swept boolean NOT NULL DEFAULT false, since timestamptz NOT NULL DEFAULT now());
        CREATE INDEX IF NOT EXISTS objects_loose ON documents.objects (since) WHERE NOT is_kept;
        CREATE OR REPLACE FUNCTION documents.keep(kept uuid) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE documents.objects SET is_kept = true WHERE document_id = kept AND NOT is_swept;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'The document % was swept', kept USING ERRCODE = 'unique_violation', CONSTRAINT = 'documents_swept';
            END IF;
        END $$;
        """);

    /// <summary>Puts the bytes where they belong, or says how.</summary>
    /// <returns>What commits with the event.</returns>
    /// <exception cref="ApiException">503: the bucket does not take them.</exception>
    public async Task<SqlStatement> SaveAsync(Guid documentId, byte[] content, CancellationToken cancellation)
    {
        if (bucket is null)
        {
            return new("INSERT INTO documents.contents (document_id, content) VALUES ($1, $2)", documentId, content);
        }

        await database.ExecuteAsync("INSERT INTO documents.objects (document_id, is_kept) VALUES ($1, false)", [documentId], cancellation);
        await bucket.PutAsync(documentId, content, cancellation);
        return new("SELECT documents.keep($1)", documentId);
    }

    /// <summary>Lets the bytes go with the event that takes their document away; those in a bucket are swept later.</summary>
    public static IReadOnlyList<SqlStatement> Drop(Guid documentId) =>
    [
        new("DELETE FROM documents.contents WHERE document_id = $1", documentId),
        new("UPDATE documents.objects SET is_kept = false, since = now() WHERE document_id = $1", documentId),
    ];

    /// <summary>The bytes; null when the document was removed.</summary>
    /// <exception cref="ApiException">500: they are not those that were handed in; 503: the bucket does not answer.</exception>
    public async Task<byte[]?> ReadAsync(ProjectDocument document, CancellationToken cancellation)
    {
        var content = await FindAsync(document.DocumentId, cancellation);
        return content is null || Convert.ToHexStringLower(SHA256.HashData(content)) == document.Sha256
            ? content
            : throw new ApiException(StatusCodes.Status500InternalServerError, "document.damaged", "材料内容与提交时不一致，请联系系统管理员。");
    }

    private async Task<byte[]?> FindAsync(Guid documentId, CancellationToken cancellation)
    {
        const string Where =
            """
            SELECT (SELECT content FROM documents.contents WHERE document_id = $1),
                EXISTS (SELECT FROM documents.objects WHERE document_id = $1 AND is_kept)
            """;
        var (content, isInBucket) = (await database.RowsAsync(
            Where,
            [documentId],
            row => (Content: row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0), IsInBucket: row.GetBoolean(1)),
            cancellation))[0];
        return !isInBucket ? content
            : bucket is null ? throw DocumentBucket.Unavailable()
            : await bucket.GetAsync(documentId, cancellation);
    }
}
