using Npgsql;

namespace YouthPlatform.EventStore.Rows;

/// <summary>Compares declared tables with those of the database.</summary>
internal static class TableCheck
{
    /// <summary>Looks tables up where unqualified names lead.</summary>
    /// <exception cref="InvalidOperationException">What is declared and what is there differ; the message names every difference.</exception>
    internal static async Task VerifyAsync(
        NpgsqlConnection connection, string owner, IReadOnlyList<Table> tables, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        foreach (var table in tables)
        {
            var stored = await StoredTable.ReadAsync(connection, table.Name, cancellationToken);
            faults.AddRange(stored is null ? [$"there is no table {table.Name}"] : Faults(table, stored));
        }

        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"The tables of {owner} are not as declared: {string.Join("; ", faults)}.");
        }
    }

    private static IEnumerable<string> Faults(Table table, StoredTable stored)
    {
        var declared = table.Key.Concat(table.Columns.Select(column => (column.Name, column.Type)));
        foreach (var (name, type) in declared)
        {
            if (!stored.Columns.TryGetValue(name, out var storedType))
            {
                yield return $"{table.Name} has no column {name}";
            }
            else if (!type.StoredAs.Contains(storedType, StringComparer.Ordinal))
            {
                yield return $"{table.Name}.{name} is {storedType}, not {string.Join(" or ", type.StoredAs)} as declared";
            }
        }

        if (!stored.UniqueKeys.Any(key => key.ToHashSet().SetEquals(table.Key.Select(column => column.Name))))
        {
            yield return $"{table.Name} has no primary or unique key ({string.Join(", ", table.Key.Select(column => column.Name))})";
        }
    }
}
