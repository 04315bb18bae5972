using Npgsql;

namespace YouthPlatform.EventStore.Rows;

/// <summary>Changes of a projection's tables, folded and not written yet.</summary>
internal sealed class FoldedTables
{
    private readonly TableFold[] _tables;
    private readonly Dictionary<Table, TableFold> _byTable;

    private FoldedTables(IEnumerable<TableFold> tables)
    {
        _tables = [.. tables];
        _byTable = _tables.ToDictionary(fold => fold.Table);
    }

    /// <summary>In the order in which rows can be inserted.</summary>
    internal IReadOnlyList<TableFold> Tables => _tables;

    internal bool IsEmpty => _tables.All(fold => fold.Count == 0);

    /// <summary>Values that are held, roughly; each takes some 40 bytes.</summary>
    internal long Size => _tables.Sum(fold => (long)fold.Count * (fold.Table.Columns.Count + fold.Table.Key.Count + 3));

    /// <summary>Makes an empty memory.</summary>
    /// <param name="connection">A connection that finds the tables by their unqualified names.</param>
    /// <param name="tables">The tables of one projection.</param>
    /// <param name="startsEmpty">Whether they are empty, so that rows can be known not to be there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<FoldedTables> CreateAsync(
        NpgsqlConnection connection, IReadOnlyList<Table> tables, bool startsEmpty, CancellationToken cancellationToken)
    {
        List<TableFold> folds = [];
        foreach (var table in tables)
        {
            folds.Add(table.NewFold(await ColumnDefaults.ReadAsync(connection, table, cancellationToken), startsEmpty));
        }

        return new FoldedTables(folds);
    }

    /// <summary>Adds a change.</summary>
    /// <returns>Whether it could be added; if not, what was folded so far must be written first.</returns>
    /// <exception cref="InvalidOperationException">The table is none of these.</exception>
    internal bool TryFold(RowChange change) => _byTable.TryGetValue(change.Shape.Table, out var fold)
        ? fold.TryFold(change)
        : throw new InvalidOperationException($"Table {change.Shape.Table.Name} is not among those that the projection calls its own.");

    /// <summary>Forgets what was folded, since it has been written.</summary>
    internal void Clear() => Array.ForEach(_tables, fold => fold.Clear());

    /// <summary>The tables may hold rows that were not written from here.</summary>
    internal void Distrust() => Array.ForEach(_tables, fold => fold.Distrust());
}
