namespace YouthPlatform.EventStore.Rows;

internal enum RowState
{
    /// <summary>A row that is not in the table, with its whole content.</summary>
    Inserted,

    /// <summary>Deltas of a row, if there is one.</summary>
    Updated,

    /// <summary>Deltas of a row if there is one, and the content of a new one if not.</summary>
    Upserted,

    /// <summary>No row, whether there is one in the table or not.</summary>
    Deleted,

    /// <summary>A new row instead of one that may be in the table.</summary>
    Replaced,
}

/// <summary>What happens to a column of a row that is there.</summary>
internal readonly record struct Delta(Operation Operation, object? Value)
{
    /// <summary>Nothing happens to the column.</summary>
    internal bool IsNone => Operation == Operation.Initially;

    internal static Delta None => new(Operation.Initially, null);
}

/// <summary>What changes of one row add up to. It never depends on what the table holds.</summary>
internal sealed class FoldedRow
{
    private const int MostOwn = 64;

    /// <summary>Columns, by ordinal, whose value is a sum that was made here and is held by nothing but the content.</summary>
    private ulong _own;

    internal FoldedRow(RowChange first, bool mayExist, object?[] defaults)
    {
        State = (first.Shape.Kind, mayExist) switch
        {
            (ChangeKind.Insert, _) or (ChangeKind.Upsert, false) => RowState.Inserted,
            (ChangeKind.Upsert, true) => RowState.Upserted,
            (ChangeKind.Update, _) => RowState.Updated,
            _ => RowState.Deleted,
        };
        Content = State is RowState.Inserted or RowState.Upserted ? Create(first, defaults) : null;
        if (State is RowState.Updated or RowState.Upserted)
        {
            AddDeltas(first);
        }
    }

    internal RowState State { get; private set; }

    /// <summary>Values by column; null unless the row is or may be a new one.</summary>
    internal object?[]? Content { get; private set; }

    /// <summary>Deltas by column; null unless they are for a row that is or may be in the table.</summary>
    internal Delta[]? Deltas { get; private set; }

    /// <summary>Adds a change.</summary>
    /// <returns>Whether it could be added; if not, what was folded so far must be written first.</returns>
    internal bool TryFold(RowChange change, object?[] defaults)
    {
        var hasContent = State is RowState.Inserted or RowState.Replaced or RowState.Upserted;
        switch (change.Shape.Kind)
        {
            case ChangeKind.Insert when hasContent:
                // The database is to refuse it.
                return false;
            case ChangeKind.Delete:
                Become(RowState.Deleted, null);
                return true;
            case ChangeKind.Insert:
                Become(State == RowState.Deleted ? RowState.Replaced : RowState.Inserted, Create(change, defaults));
                return true;
            case ChangeKind.Upsert when State == RowState.Deleted:
                Become(RowState.Replaced, Create(change, defaults));
                return true;
            case ChangeKind.Update when State == RowState.Deleted:
                return true;
            case ChangeKind.Upsert or ChangeKind.Update when State is RowState.Inserted or RowState.Replaced:
                ApplyToContent(change);
                return true;
            default:
                return TryAddDeltas(change, defaults);
        }
    }

    private static object?[] Create(RowChange change, object?[] defaults)
    {
        var content = (object?[])defaults.Clone();
        var assignments = change.Shape.Assignments;
        for (var i = 0; i < assignments.Length; i++)
        {
            content[assignments[i].Column.Ordinal] = change.Values[i];
        }

        return content;
    }

    /// <summary>Applies a change to the content. Results of this row alone are changed in place when the next comes.</summary>
    private void ApplyToContent(RowChange change)
    {
        var assignments = change.Shape.Assignments;
        for (var i = 0; i < assignments.Length; i++)
        {
            var (column, operation) = assignments[i];
            ref var current = ref Content![column.Ordinal];
            var bit = column.Ordinal < MostOwn ? 1UL << column.Ordinal : 0;
            if (operation == Operation.Add && (_own & bit) != 0)
            {
                column.Type.AddInto(current!, change.Values[i]!);
                continue;
            }

            current = Apply(column, operation, current, change.Values[i]);
            _own = operation switch
            {
                Operation.Initially => _own,
                Operation.Add when current is not null => _own | bit,
                _ => _own & ~bit,
            };
        }
    }

    private static object? Apply(Column column, Operation operation, object? current, object? value) => operation switch
    {
        Operation.Set => value,
        Operation.Initially => current,
        Operation.Add => current is null ? null : column.Type.Combine(operation, current, value!),
        _ => current is null ? value : column.Type.Combine(operation, current, value!),
    };

    private void Become(RowState state, object?[]? content) => (State, Content, Deltas, _own) = (state, content, null, 0);

    private bool TryAddDeltas(RowChange change, object?[] defaults)
    {
        foreach (var (column, operation) in change.Shape.Assignments)
        {
            var known = Deltas![column.Ordinal];
            if (!known.IsNone && operation is not (Operation.Set or Operation.Initially)
                && known.Operation != Operation.Set && known.Operation != operation)
            {
                return false;
            }
        }

        AddDeltas(change);
        if (Content is not null)
        {
            ApplyToContent(change);
        }
        else if (change.Shape.Kind == ChangeKind.Upsert)
        {
            (State, Content) = (RowState.Upserted, Create(change, defaults));
        }

        return true;
    }

    private void AddDeltas(RowChange change)
    {
        if (Deltas is null)
        {
            Deltas = new Delta[change.Shape.Table.Columns.Count];
            Array.Fill(Deltas, Delta.None);
        }

        var assignments = change.Shape.Assignments;
        for (var i = 0; i < assignments.Length; i++)
        {
            var (column, operation) = assignments[i];
            if (operation != Operation.Initially)
            {
                ref var delta = ref Deltas[column.Ordinal];
                delta = delta.IsNone || operation == Operation.Set
                    ? new Delta(operation, change.Values[i])
                    : new Delta(delta.Operation, Apply(column, operation, delta.Value, change.Values[i]));
            }
        }
    }
}
