using Npgsql;

namespace YouthPlatform.EventStore.Rows;

/// <summary>A table as the database has it.</summary>
/// <param name="Columns">Names of the columns' types by column.</param>
/// <param name="UniqueKeys">Columns of each unique index that covers all rows.</param>
internal sealed record StoredTable(IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string[]> UniqueKeys)
{
    private const string Sql = """
        SELECT
            (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
            (SELECT array_agg(t.typname::text ORDER BY a.attnum) FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
            ARRAY(SELECT array_to_string(ARRAY(
                    SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])), ',')
                FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL)
        FROM pg_class c WHERE c.oid = to_regclass($1)
        """;

    /// <summary>Reads a table by its unqualified name; null if there is none.</summary>
    internal static async Task<StoredTable?> ReadAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var columns = reader.GetFieldValue<string[]>(0).Zip(reader.GetFieldValue<string[]>(1)).ToDictionary(pair => pair.First, pair => pair.Second);
        return new StoredTable(columns, [.. reader.GetFieldValue<string[]>(2).Select(key => key.Split(','))]);
    }
}
