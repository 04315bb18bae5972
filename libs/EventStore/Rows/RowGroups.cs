namespace YouthPlatform.EventStore.Rows;

/// <summary>The folded rows of a table by what is to be done with them. A row can be in more than one group.</summary>
internal sealed class RowGroups
{
    internal RowGroups(TableFold fold)
    {
        Table = fold.Table;
        foreach (var row in fold.Rows)
        {
            switch (row.Row.State)
            {
                case RowState.Inserted:
                    Inserted.Add(row);
                    break;
                case RowState.Updated:
                    AddUpdate(row);
                    break;
                case RowState.Upserted:
                    AddUpdate(row);
                    Upserted.Add(row);
                    break;
                case RowState.Replaced:
                    Deleted.Add(row);
                    Inserted.Add(row);
                    break;
                default:
                    Deleted.Add(row);
                    break;
            }
        }
    }

    internal Table Table { get; }

    internal List<(object?[] Key, FoldedRow Row)> Deleted { get; } = [];

    /// <summary>Rows to be updated, by what happens to their columns.</summary>
    internal Dictionary<ChangeShape, List<(object?[] Key, FoldedRow Row)>> Updated { get; } = [];

    /// <summary>Rows to be inserted if there are none.</summary>
    internal List<(object?[] Key, FoldedRow Row)> Upserted { get; } = [];

    internal List<(object?[] Key, FoldedRow Row)> Inserted { get; } = [];

    internal bool InsertsOnly => Deleted.Count == 0 && Updated.Count == 0 && Upserted.Count == 0;

    private void AddUpdate((object?[] Key, FoldedRow Row) row)
    {
        var shape = Table.Nothing;
        for (var ordinal = 0; ordinal < Table.Columns.Count; ordinal++)
        {
            if (row.Row.Deltas![ordinal] is { IsNone: false } delta)
            {
                shape = shape.Then(Table.Columns[ordinal], delta.Operation);
            }
        }

        if (shape.Assignments.Length == 0)
        {
            return;
        }

        if (!Updated.TryGetValue(shape, out var rows))
        {
            Updated.Add(shape, rows = []);
        }

        rows.Add(row);
    }
}
