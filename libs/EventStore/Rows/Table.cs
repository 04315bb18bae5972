namespace YouthPlatform.EventStore.Rows;

/// <summary>A table that belongs to one projection alone.</summary>
public abstract class Table
{
    private readonly List<Column> _columns = [];

    private protected Table(string name) => Name = Names.Plain(name);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Columns of its key and their types.</summary>
    internal abstract IReadOnlyList<(string Name, ColumnType Type)> Key { get; }

    /// <summary>Declared columns outside the key.</summary>
    internal IReadOnlyList<Column> Columns => _columns;

    /// <summary>The shape of an update of nothing.</summary>
    internal abstract ChangeShape Nothing { get; }

    internal int NextOrdinal => _columns.Count;

    /// <summary>An empty memory for changes of its rows.</summary>
    /// <param name="defaults">What the database puts into columns that an insert does not name, by column.</param>
    /// <param name="startsEmpty">Whether the table in the database is empty, so that rows can be known not to be there.</param>
    internal abstract TableFold NewFold(object?[] defaults, bool startsEmpty);

    internal void Add(Column column)
    {
        if (_columns.Exists(known => known.Name == column.Name) || Key.Any(key => key.Name == column.Name))
        {
            throw new ArgumentException($"Column {column.Name} of {Name} is declared twice.", nameof(column));
        }

        _columns.Add(column);
    }
}

/// <summary>A table whose rows are changed by their full key. Declare it in a static field above its columns.</summary>
/// <typeparam name="TKey">Type of the key, a tuple if it has several columns.</typeparam>
public sealed class Table<TKey> : Table
    where TKey : notnull
{
    private readonly (string, ColumnType)[] _key;
    private readonly ChangeShape _insert;
    private readonly ChangeShape _upsert;
    private readonly ChangeShape _update;
    private readonly ChangeShape _delete;

    /// <summary>Declares a table.</summary>
    /// <param name="name">Its name, plain and in lower case.</param>
    /// <param name="key">Names of the columns of its primary key or of a unique key, as many as <typeparamref name="TKey"/> has.</param>
    /// <exception cref="ArgumentException">A name is not plain, or names and types do not match in number.</exception>
    public Table(string name, params IReadOnlyList<string> key)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(key);
        var types = KeyParts.TypesOf<TKey>();
        if (types.Length != key.Count || types.Length > 7)
        {
            throw new ArgumentException($"The key of {name} has {key.Count} columns, but its type {typeof(TKey)} does not.", nameof(key));
        }

        _key = [.. key.Select((column, index) => (Names.Plain(column), ColumnTypes.Of(types[index], column)))];
        _insert = new ChangeShape(this, ChangeKind.Insert);
        _upsert = new ChangeShape(this, ChangeKind.Upsert);
        _update = new ChangeShape(this, ChangeKind.Update);
        _delete = new ChangeShape(this, ChangeKind.Delete);
    }

    internal override IReadOnlyList<(string Name, ColumnType Type)> Key => _key;

    internal override ChangeShape Nothing => _update;

    /// <summary>A new row. There must be none with the key; columns that are not named get the table's defaults.</summary>
    public RowChange Insert(TKey key) => new RowChange<TKey>(_insert, key);

    /// <summary>A new row, or a change of the row that is there.</summary>
    public RowChange Upsert(TKey key) => new RowChange<TKey>(_upsert, key);

    /// <summary>A change of the row that is there; nothing, if there is none.</summary>
    public RowChange Update(TKey key) => new RowChange<TKey>(_update, key);

    /// <summary>The end of the row, if there is one.</summary>
    public RowChange Delete(TKey key) => new RowChange<TKey>(_delete, key);

    internal override TableFold NewFold(object?[] defaults, bool startsEmpty) => new TableFold<TKey>(this, defaults, startsEmpty);
}
