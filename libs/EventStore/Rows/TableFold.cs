namespace YouthPlatform.EventStore.Rows;

/// <summary>Changes of the rows of a table, folded and not written yet.</summary>
internal abstract class TableFold(Table table)
{
    internal Table Table => table;

    internal abstract int Count { get; }

    /// <summary>What was folded, by the values of the key's columns.</summary>
    internal abstract IEnumerable<(object?[] Key, FoldedRow Row)> Rows { get; }

    /// <summary>Adds a change.</summary>
    /// <returns>Whether it could be added; if not, what was folded so far must be written first.</returns>
    internal abstract bool TryFold(RowChange change);

    /// <summary>Forgets what was folded, since it has been written.</summary>
    internal abstract void Clear();

    /// <summary>The table may hold rows that were not written from here.</summary>
    internal abstract void Distrust();
}

internal sealed class TableFold<TKey>(Table<TKey> table, object?[] defaults, bool startsEmpty) : TableFold(table)
    where TKey : notnull
{
    private Dictionary<TKey, FoldedRow> _rows = [];
    private Dictionary<TKey, FoldedRow>? _unlisted;
    private KnownKeys? _written;
    private bool _isTrusted = startsEmpty;

    internal override int Count => _rows.Count;

    internal override IEnumerable<(object?[] Key, FoldedRow Row)> Rows => _rows.Select(row => (KeyParts.Of(row.Key), row.Value));

    internal override bool TryFold(RowChange change)
    {
        var key = ((RowChange<TKey>)change).Key;
        if (_rows.TryGetValue(key, out var known))
        {
            return known.TryFold(change, defaults);
        }

        var mayExist = !_isTrusted || MayBeWritten(key);
        if (mayExist || change.Shape.Kind is ChangeKind.Insert or ChangeKind.Upsert)
        {
            _rows.Add(key, new FoldedRow(change, mayExist, defaults));
        }

        return true;
    }

    /// <remarks>What was written is noted when the next change asks: most often there is none.</remarks>
    internal override void Clear()
    {
        if (_isTrusted && _rows.Count > 0)
        {
            ListWritten();
            (_unlisted, _rows) = (_rows, []);
        }
        else
        {
            _rows.Clear();
        }
    }

    internal override void Distrust() => (_isTrusted, _written, _unlisted) = (false, null, null);

    private bool MayBeWritten(TKey key)
    {
        ListWritten();
        return _written is not null && _written.MayHold(key.GetHashCode());
    }

    private void ListWritten()
    {
        if (_unlisted is { } rows)
        {
            _unlisted = null;
            _written ??= new KnownKeys();
            foreach (var key in rows.Keys)
            {
                _written.Add(key.GetHashCode());
            }
        }
    }
}
