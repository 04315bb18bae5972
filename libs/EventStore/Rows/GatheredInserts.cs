namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// The statements of what a long append does to the tables of one projection. New rows of one shape become one statement, which costs a fraction of one for
/// each. They are gathered as far as nothing else happens to the projection's tables in between, and written in the order of its tables, as folded rows are, so
/// that what others refer to is there first.
/// </summary>
/// <param name="tables">The projection's tables.</param>
internal sealed class GatheredInserts(IReadOnlyList<Table> tables)
{
    private readonly List<SqlStatement> _statements = [];
    private readonly Dictionary<ChangeShape, List<RowChange>> _open = [];

    internal void Add(Change change)
    {
        if (change is RowChange { Shape.Kind: ChangeKind.Insert } row)
        {
            if (!_open.TryGetValue(row.Shape, out var rows))
            {
                _open.Add(row.Shape, rows = []);
            }

            rows.Add(row);
            return;
        }

        Close();
        if (change.ToStatement() is { } statement)
        {
            _statements.Add(statement);
        }
    }

    internal IReadOnlyList<SqlStatement> ToStatements()
    {
        Close();
        return _statements;
    }

    private void Close()
    {
        foreach (var (_, rows) in _open.OrderBy(run => tables.Index().First(table => ReferenceEquals(table.Item, run.Key.Table)).Index))
        {
            _statements.Add(rows.Count == 1 ? rows[0].ToStatement()! : Together(rows));
        }

        _open.Clear();
    }

    private static SqlStatement Together(List<RowChange> rows)
    {
        var shape = rows[0].Shape;
        var keys = rows.ConvertAll(row => row.KeyValues());
        return new SqlStatement(
            shape.BulkSql,
            [
                .. shape.Table.Key.Select((column, index) => column.Type.ToParameter(keys.ConvertAll(key => key[index]))),
                .. shape.Assignments.Select((assignment, index) => assignment.Column.Type.ToParameter(rows.ConvertAll(row => row.Values[index]))),
            ]);
    }
}
