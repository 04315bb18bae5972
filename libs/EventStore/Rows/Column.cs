namespace YouthPlatform.EventStore.Rows;

/// <summary>A column that a projection writes.</summary>
public abstract class Column
{
    private protected Column(Table table, string name, int ordinal)
    {
        Table = table;
        Name = Names.Plain(name);
        Ordinal = ordinal;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    internal Table Table { get; }

    internal int Ordinal { get; }

    internal abstract ColumnType Type { get; }
}

/// <summary>
/// A column outside the key. Declare it in a static field below its table; what is declared is compared with the table in
/// the database at start.
/// </summary>
/// <typeparam name="T">Type of its values, without regard to NULL: one of those that <see cref="ColumnTypes"/> names.</typeparam>
public sealed class Column<T> : Column
{
    /// <summary>Declares a column.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="name">Its name, plain and in lower case.</param>
    /// <exception cref="ArgumentException">The name or the type is none that a column can have, or the name was declared before.</exception>
    public Column(Table table, string name)
        : base(table, name, table.NextOrdinal)
    {
        Type = ColumnTypes.Of(typeof(T), name);
        table.Add(this);
    }

    internal override ColumnType Type { get; }
}
