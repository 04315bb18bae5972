using Npgsql;

namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// Writes folded changes: deletes first, then updates, then new rows, so that what one row gives up is free for another.
/// </summary>
/// <param name="connection">Where to write; a transaction is open.</param>
/// <param name="beforeChanges">Called before the first statement that looks for rows that are there.</param>
internal sealed class FoldWriter(NpgsqlConnection connection, Func<CancellationToken, Task>? beforeChanges)
{
    private const int RowsAStatement = 20_000;
    private const int RowsToCopy = 500;

    private readonly List<NpgsqlBatchCommand> _commands = [];

    internal async Task WriteAsync(FoldedTables folded, CancellationToken cancellationToken)
    {
        List<RowGroups> groups = [.. folded.Tables.Where(fold => fold.Count > 0).Select(fold => new RowGroups(fold))];
        if (beforeChanges is not null && groups.Exists(group => !group.InsertsOnly))
        {
            await beforeChanges(cancellationToken);
        }

        foreach (var group in Enumerable.Reverse(groups))
        {
            Add(BulkSql.Delete(group.Table), group.Table, [], group.Deleted);
        }

        foreach (var group in groups)
        {
            foreach (var (shape, rows) in group.Updated)
            {
                Add(
                    shape.BulkSql,
                    group.Table,
                    [.. shape.Assignments.Select(assignment => (assignment.Column.Type, Value(row => row.Deltas![assignment.Column.Ordinal].Value)))],
                    rows);
            }

            Add(BulkSql.InsertMissing(group.Table), group.Table, Contents(group.Table), group.Upserted);
            if (group.Inserted.Count < RowsToCopy)
            {
                Add(BulkSql.Insert(group.Table), group.Table, Contents(group.Table), group.Inserted);
            }
            else
            {
                await ExecuteAsync(cancellationToken);
                await CopyAsync(group, cancellationToken);
            }
        }

        await ExecuteAsync(cancellationToken);
    }

    private static Func<FoldedRow, object?> Value(Func<FoldedRow, object?> value) => value;

    private static (ColumnType, Func<FoldedRow, object?>)[] Contents(Table table) =>
        [.. table.Columns.Select(column => (column.Type, Value(row => row.Content![column.Ordinal])))];

    private void Add(
        string sql, Table table, (ColumnType Type, Func<FoldedRow, object?> Of)[] values, List<(object?[] Key, FoldedRow Row)> rows)
    {
        foreach (var chunk in rows.Chunk(RowsAStatement))
        {
            var command = new NpgsqlBatchCommand(sql);
            for (var i = 0; i < table.Key.Count; i++)
            {
                command.Parameters.Add(Parameter(table.Key[i].Type, Array.ConvertAll(chunk, row => row.Key[i])));
            }

            foreach (var (type, of) in values)
            {
                command.Parameters.Add(Parameter(type, Array.ConvertAll(chunk, row => of(row.Row))));
            }

            _commands.Add(command);
        }
    }

    private static NpgsqlParameter Parameter(ColumnType type, object?[] values) => type.ToParameter(values);

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (_commands.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection);
            _commands.ForEach(batch.BatchCommands.Add);
            _commands.Clear();
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task CopyAsync(RowGroups group, CancellationToken cancellationToken)
    {
        var table = group.Table;
        await using var import = await connection.BeginBinaryImportAsync(BulkSql.Copy(table), cancellationToken);
        foreach (var (key, row) in group.Inserted)
        {
            await import.StartRowAsync(cancellationToken);
            for (var i = 0; i < key.Length; i++)
            {
                await table.Key[i].Type.WriteAsync(import, key[i]!, cancellationToken);
            }

            for (var i = 0; i < table.Columns.Count; i++)
            {
                await (row.Content![i] is { } value
                    ? table.Columns[i].Type.WriteAsync(import, value, cancellationToken)
                    : import.WriteNullAsync(cancellationToken));
            }
        }

        await import.CompleteAsync(cancellationToken);
    }
}
