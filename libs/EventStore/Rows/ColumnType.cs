using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace YouthPlatform.EventStore.Rows;

/// <summary>How values of a column are sent in bulk, and how operations on them add up.</summary>
internal abstract class ColumnType(NpgsqlDbType type, params string[] storedAs)
{
    /// <summary>Names of the types that a column may have in PostgreSQL.</summary>
    internal IReadOnlyList<string> StoredAs => storedAs;

    internal NpgsqlDbType Type => type;

    /// <summary>Type of the elements of <see cref="ToArray"/>.</summary>
    internal virtual NpgsqlDbType ElementType => type;

    /// <summary>The column's usual type in SQL.</summary>
    internal virtual string SqlName => storedAs[0];

    /// <summary>A cast from <see cref="ElementType"/> to the column's type; empty if they are the same.</summary>
    internal virtual string Cast => string.Empty;

    /// <summary>The values of many rows as an array that PostgreSQL can unnest.</summary>
    internal abstract Array ToArray(IReadOnlyList<object?> values);

    /// <summary>The same as a parameter.</summary>
    internal NpgsqlParameter ToParameter(IReadOnlyList<object?> values) =>
        new() { Value = ToArray(values), NpgsqlDbType = NpgsqlDbType.Array | ElementType };

    internal abstract Task WriteAsync(NpgsqlBinaryImporter import, object value, CancellationToken cancellationToken);

    internal abstract object Read(NpgsqlDataReader reader, int ordinal);

    /// <summary>What an operation makes of one value with another.</summary>
    internal virtual object Combine(Operation operation, object left, object right) =>
        throw new InvalidOperationException($"{operation} is no operation on {type}.");

    /// <summary>
    /// Adds to a boxed number that nobody else holds, in place: this spares the collector a new object for each event in a row that has
    /// grown old.
    /// </summary>
    internal virtual void AddInto(object sum, object value) => throw new InvalidOperationException($"There are no sums of {type}.");
}

internal class ReferenceType<T>(NpgsqlDbType type, params string[] storedAs) : ColumnType(type, storedAs)
    where T : class
{
    internal override Array ToArray(IReadOnlyList<object?> values)
    {
        var array = new T?[values.Count];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = (T?)values[i];
        }

        return array;
    }

    internal override Task WriteAsync(NpgsqlBinaryImporter import, object value, CancellationToken cancellationToken) =>
        import.WriteAsync((T)value, Type, cancellationToken);

    internal override object Read(NpgsqlDataReader reader, int ordinal) => reader.GetFieldValue<T>(ordinal);
}

/// <summary>Arrays: as PostgreSQL's text for them, since unnesting would take arrays of arrays apart.</summary>
internal sealed class ListType<T>(NpgsqlDbType element, string storedAs, params string[] more)
    : ReferenceType<T[]>(NpgsqlDbType.Array | element, [storedAs, .. more])
{
    internal override NpgsqlDbType ElementType => NpgsqlDbType.Text;

    internal override string SqlName => $"{StoredAs[0][1..]}[]";

    internal override string Cast => $"::{SqlName}";

    internal override Array ToArray(IReadOnlyList<object?> values) => values.Select(value => value is T[] list ? Text(list) : null).ToArray();

    private static string Text(T[] list) => $"{{{string.Join(',', list.Select(Text))}}}";

    private static string Text(T element) => element switch
    {
        null => "NULL",
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Quoted(string.Create(CultureInfo.InvariantCulture, $"{element}")),
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

internal class ComparableType<T>(NpgsqlDbType type, params string[] storedAs) : ColumnType(type, storedAs)
    where T : struct, IComparable<T>
{
    internal override Array ToArray(IReadOnlyList<object?> values)
    {
        if (values.Contains(null))
        {
            return values.Select(value => (T?)value).ToArray();
        }

        var array = new T[values.Count];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = (T)values[i]!;
        }

        return array;
    }

    internal override Task WriteAsync(NpgsqlBinaryImporter import, object value, CancellationToken cancellationToken) =>
        import.WriteAsync((T)value, Type, cancellationToken);

    internal override object Read(NpgsqlDataReader reader, int ordinal) => reader.GetFieldValue<T>(ordinal);

    internal override object Combine(Operation operation, object left, object right) => operation switch
    {
        Operation.Greatest => ((T)left).CompareTo((T)right) < 0 ? right : left,
        Operation.Least => ((T)left).CompareTo((T)right) > 0 ? right : left,
        _ => base.Combine(operation, left, right),
    };
}

internal sealed class NumberType<T>(NpgsqlDbType type, params string[] storedAs) : ComparableType<T>(type, storedAs)
    where T : struct, INumber<T>
{
    internal override object Combine(Operation operation, object left, object right) =>
        operation == Operation.Add ? checked((T)left + (T)right) : base.Combine(operation, left, right);

    internal override void AddInto(object sum, object value)
    {
        ref var number = ref Unsafe.Unbox<T>(sum);
        number = checked(number + (T)value);
    }
}
