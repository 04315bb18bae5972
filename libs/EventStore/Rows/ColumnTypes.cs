using NpgsqlTypes;

namespace YouthPlatform.EventStore.Rows;

/// <summary>Which types a column can have in C#, and what it may then be in PostgreSQL.</summary>
public static class ColumnTypes
{
    private static readonly Dictionary<Type, ColumnType> Known = new()
    {
        [typeof(bool)] = new ComparableType<bool>(NpgsqlDbType.Boolean, "bool"),
        [typeof(short)] = new NumberType<short>(NpgsqlDbType.Smallint, "int2"),
        [typeof(int)] = new NumberType<int>(NpgsqlDbType.Integer, "int4"),
        [typeof(long)] = new NumberType<long>(NpgsqlDbType.Bigint, "int8"),
        [typeof(decimal)] = new NumberType<decimal>(NpgsqlDbType.Numeric, "numeric"),
        [typeof(double)] = new NumberType<double>(NpgsqlDbType.Double, "float8"),
        [typeof(string)] = new ReferenceType<string>(NpgsqlDbType.Text, "text", "varchar"),
        [typeof(Guid)] = new ComparableType<Guid>(NpgsqlDbType.Uuid, "uuid"),
        [typeof(DateOnly)] = new ComparableType<DateOnly>(NpgsqlDbType.Date, "date"),
        [typeof(DateTimeOffset)] = new ComparableType<DateTimeOffset>(NpgsqlDbType.TimestampTz, "timestamptz"),
        [typeof(byte[])] = new ReferenceType<byte[]>(NpgsqlDbType.Bytea, "bytea"),
        [typeof(string[])] = new ListType<string>(NpgsqlDbType.Text, "_text", "_varchar"),
        [typeof(Guid[])] = new ListType<Guid>(NpgsqlDbType.Uuid, "_uuid"),
        [typeof(int[])] = new ListType<int>(NpgsqlDbType.Integer, "_int4"),
        [typeof(long[])] = new ListType<long>(NpgsqlDbType.Bigint, "_int8"),
        [typeof(decimal[])] = new ListType<decimal>(NpgsqlDbType.Numeric, "_numeric"),
        [typeof(DateOnly[])] = new ListType<DateOnly>(NpgsqlDbType.Date, "_date"),
    };

    /// <summary>Names of the types in PostgreSQL (<c>pg_type.typname</c>, arrays with an underscore) that a type in C# may be stored in.</summary>
    /// <param name="type">Type of a <see cref="Column{T}"/> or of a part of a key.</param>
    /// <returns>None, if the type is none that a column can have.</returns>
    public static IReadOnlyList<string> StoredAs(Type type) => Known.TryGetValue(type, out var known) ? known.StoredAs : [];

    internal static ColumnType Of(Type type, string column) => Known.TryGetValue(type, out var known)
        ? known
        : throw new ArgumentException($"Column {column} cannot be declared as {type}.", nameof(type));
}
