using Npgsql;

namespace YouthPlatform.Internships.Reads;

/// <summary>Reads rows of the projections.</summary>
internal static class Query
{
    public static async Task<List<T>> RowsAsync<T>(
        this NpgsqlDataSource database, string sql, IEnumerable<object?> parameters, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static DateOnly Date(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public static DateOnly? DateOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Date(column);
}
