using System.Numerics;

namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// An insert, upsert, update or delete of the row with one key. What it does to a column needs no knowledge of the row, so changes of a
/// row add up to one. Made by <see cref="Table{TKey}"/>; each column may be named once.
/// </summary>
public abstract record RowChange : Change
{
    private ChangeShape _shape;
    private object?[] _values = [];
    private int _count;

    private protected RowChange(ChangeShape shape) => _shape = shape;

    internal ChangeShape Shape => _shape;

    internal ReadOnlySpan<object?> Values => _values.AsSpan(0, _count);

    /// <summary>Sets a column to a value.</summary>
    public RowChange Set<T>(Column<T> column, T? value) => Assign(column, Operation.Set, value);

    /// <summary>Sets a column to a value or to NULL.</summary>
    public RowChange Set<T>(Column<T> column, T? value)
        where T : struct => Assign(column, Operation.Set, value);

    /// <summary>Sets a column to a value; leaves it alone if there is none.</summary>
    public RowChange SetIfAny<T>(Column<T> column, T? value) => value is null ? this : Assign(column, Operation.Set, value);

    /// <summary>Sets a column to a value; leaves it alone if there is none.</summary>
    public RowChange SetIfAny<T>(Column<T> column, T? value)
        where T : struct => value is null ? this : Assign(column, Operation.Set, value);

    /// <summary>Sets a column of a row that comes to be; an upsert of a row that is there leaves it alone.</summary>
    public RowChange Initially<T>(Column<T> column, T? value) => Assign(column, Operation.Initially, value);

    /// <summary>Adds to a number; a row that comes to be gets the value itself, and NULL stays NULL.</summary>
    public RowChange Add<T>(Column<T> column, T value)
        where T : struct, INumber<T> => Assign(column, Operation.Add, value);

    /// <summary>Sets a column to a value if that is greater, or if the column is NULL.</summary>
    public RowChange Greatest<T>(Column<T> column, T value)
        where T : struct, IComparable<T> => Assign(column, Operation.Greatest, value);

    /// <summary>Sets a column to a value if that is less, or if the column is NULL.</summary>
    public RowChange Least<T>(Column<T> column, T value)
        where T : struct, IComparable<T> => Assign(column, Operation.Least, value);

    internal override SqlStatement? ToStatement() =>
        _shape.Sql is { } sql ? new SqlStatement(sql, [.. KeyValues(), .. Values]) : null;

    /// <summary>The values of the key's columns.</summary>
    internal abstract object?[] KeyValues();

    private RowChange Assign(Column column, Operation operation, object? value)
    {
        _shape = _shape.Then(column, operation);
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, _count == 0 ? 4 : _count * 2);
        }

        _values[_count++] = value;
        return this;
    }
}

/// <summary>A change of a row with a key of a known type.</summary>
internal sealed record RowChange<TKey>(ChangeShape First, TKey Key) : RowChange(First)
    where TKey : notnull
{
    internal override object?[] KeyValues() => KeyParts.Of(Key);
}
