using Npgsql;

namespace YouthPlatform.EventStore.Rows;

/// <summary>What the database puts into columns that an insert does not name. A projection's defaults are constants.</summary>
internal static class ColumnDefaults
{
    private const string Expressions = """
        SELECT a.attname::text, pg_get_expr(d.adbin, d.adrelid)
        FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        WHERE d.adrelid = to_regclass($1) AND a.attgenerated = ''
        """;

    /// <summary>Reads the defaults of a table's declared columns, by column.</summary>
    internal static async Task<object?[]> ReadAsync(NpgsqlConnection connection, Table table, CancellationToken cancellationToken)
    {
        var columns = table.Columns.ToDictionary(column => column.Name);
        List<(Column Column, string Expression)> found = [];
        await using (var command = new NpgsqlCommand(Expressions, connection))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.Name });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (columns.TryGetValue(reader.GetString(0), out var column))
                {
                    found.Add((column, reader.GetString(1)));
                }
            }
        }

        var defaults = new object?[table.Columns.Count];
        if (found.Count > 0)
        {
            await using var evaluate = new NpgsqlCommand(
                $"SELECT {string.Join(", ", found.Select(each => $"({each.Expression})::{each.Column.Type.SqlName}"))}", connection);
            await using var reader = await evaluate.ExecuteReaderAsync(cancellationToken);
            _ = await reader.ReadAsync(cancellationToken);
            for (var i = 0; i < found.Count; i++)
            {
                defaults[found[i].Column.Ordinal] = reader.IsDBNull(i) ? null : found[i].Column.Type.Read(reader, i);
            }
        }

        return defaults;
    }
}
