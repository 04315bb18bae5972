using Npgsql;

namespace YouthPlatform.ServiceDefaults.Reads;

/// <summary>Reads rows of projections.</summary>
public static class Rows
{
    /// <summary>Runs a query and maps each of its rows.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="sql">The query, with parameters $1, $2 and so on; one that may be null is cast.</param>
    /// <param name="parameters">Their values, in order.</param>
    /// <param name="map">Reads the row that the reader stands on.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public static async Task<List<T>> RowsAsync<T>(
        this NpgsqlDataSource database, string sql, IEnumerable<object?> parameters, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(map);
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

    /// <summary>Runs a statement in a transaction of its own.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="sql">The statement, with parameters $1, $2 and so on.</param>
    /// <param name="parameters">Their values, in order.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static Task ExecuteAsync(this NpgsqlDataSource database, string sql, IEnumerable<object?> parameters, CancellationToken cancellation) =>
        database.RowsAsync(sql, parameters, _ => 0, cancellation);

    /// <summary>A column of the type <c>date</c>.</summary>
    public static DateOnly Date(this NpgsqlDataReader reader, int column)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetFieldValue<DateOnly>(column);
    }

    /// <summary>A column of the type <c>date</c> that may be null.</summary>
    public static DateOnly? DateOrNull(this NpgsqlDataReader reader, int column)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(column) ? null : reader.Date(column);
    }

    /// <summary>A text column that may be null.</summary>
    public static string? TextOrNull(this NpgsqlDataReader reader, int column)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
