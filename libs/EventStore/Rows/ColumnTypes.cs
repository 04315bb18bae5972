namespace YouthPlatform.EventStore.Rows;

/// <summary>Which types a column can have in C#, and what it may then be in PostgreSQL.</summary>
public static class ColumnTypes
{
    private static readonly Dictionary<Type, string[]> Known = new()
    {
        [typeof(bool)] = ["bool"],
        [typeof(short)] = ["int2"],
        [typeof(int)] = ["int4"],
        [typeof(long)] = ["int8"],
        [typeof(decimal)] = ["numeric"],
        [typeof(double)] = ["float8"],
        [typeof(string)] = ["text", "varchar"],
        [typeof(Guid)] = ["uuid"],
        [typeof(DateOnly)] = ["date"],
        [typeof(DateTimeOffset)] = ["timestamptz"],
        [typeof(byte[])] = ["bytea"],
        [typeof(string[])] = ["_text", "_varchar"],
        [typeof(Guid[])] = ["_uuid"],
        [typeof(int[])] = ["_int4"],
        [typeof(long[])] = ["_int8"],
        [typeof(decimal[])] = ["_numeric"],
        [typeof(DateOnly[])] = ["_date"],
    };

    /// <summary>Names of the types in PostgreSQL (<c>pg_type.typname</c>, arrays with an underscore) that a type in C# may be stored in.</summary>
    /// <param name="type">Type of a <see cref="Column{T}"/> or of a part of a key.</param>
    /// <returns>None, if the type is none that a column can have.</returns>
    public static IReadOnlyList<string> StoredAs(Type type) => Known.GetValueOrDefault(type, []);

    internal static Type RefuseUnknown(Type type, string column) => Known.ContainsKey(type)
        ? type
        : throw new ArgumentException($"Column {column} cannot be declared as {type}.", nameof(type));
}
