namespace YouthPlatform.EventStore.Rows;

internal enum ChangeKind
{
    Insert,
    Upsert,
    Update,
    Delete,
}

internal enum Operation
{
    Set,
    Add,
    Greatest,
    Least,
    Initially,
}

/// <summary>
/// What changes of one kind do to which columns, in the order in which they were named. There is one instance for each sequence that
/// occurs, so its statement is composed once.
/// </summary>
internal sealed class ChangeShape
{
    private static readonly int Operations = Enum.GetValues<Operation>().Length;

    private readonly Lazy<string?> _sql;
    private readonly Lazy<string> _bulkSql;
    private ChangeShape?[] _next = [];

    internal ChangeShape(Table table, ChangeKind kind)
        : this(table, kind, [])
    {
    }

    private ChangeShape(Table table, ChangeKind kind, (Column Column, Operation Operation)[] assignments)
    {
        Table = table;
        Kind = kind;
        Assignments = assignments;
        _sql = new Lazy<string?>(() => ChangeSql.Of(this));
        _bulkSql = new Lazy<string>(() => kind == ChangeKind.Insert ? Rows.BulkSql.Insert(this) : Rows.BulkSql.Update(this));
    }

    internal Table Table { get; }

    internal ChangeKind Kind { get; }

    internal (Column Column, Operation Operation)[] Assignments { get; }

    /// <summary>The statement with the key's columns as the first parameters; null for an update of nothing.</summary>
    internal string? Sql => _sql.Value;

    /// <summary>The statement for many rows, if this is an insert or an update.</summary>
    internal string BulkSql => _bulkSql.Value;

    /// <summary>This shape with one more assignment.</summary>
    /// <exception cref="InvalidOperationException">The column is of another table, was named before, or the row is deleted.</exception>
    internal ChangeShape Then(Column column, Operation operation)
    {
        var index = (column.Ordinal * Operations) + (int)operation;
        var next = Volatile.Read(ref _next);
        return index < next.Length && next[index] is { } known && ReferenceEquals(column.Table, Table) ? known : Make(column, operation, index);
    }

    private ChangeShape Make(Column column, Operation operation, int index)
    {
        if (!ReferenceEquals(column.Table, Table) || Kind == ChangeKind.Delete || Assignments.Any(assignment => assignment.Column == column))
        {
            throw new InvalidOperationException($"{Kind} of a row of {Table.Name} cannot take {operation} of {column.Table.Name}.{column.Name}.");
        }

        lock (_sql)
        {
            if (index < _next.Length && _next[index] is { } known)
            {
                return known;
            }

            var next = new ChangeShape?[Table.Columns.Count * Operations];
            _next.CopyTo(next, 0);
            next[index] = new ChangeShape(Table, Kind, [.. Assignments, (column, operation)]);
            Volatile.Write(ref _next, next);
            return next[index]!;
        }
    }
}
