using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>
/// Keys, unique constraints, foreign keys and indexes of the tables of a schema. While rows are only added they are away: to make them of
/// all rows at once costs a fraction of keeping them up row by row.
/// </summary>
internal sealed class SideIndexes
{
    private const string Found = """
        SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, k.conname),
            format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)),
            k.contype = 'f' AS last, k.conname::text AS name
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind = 'r' AND k.contype IN ('p', 'u', 'x', 'f')
        UNION ALL
        SELECT format('DROP INDEX %I.%I', n.nspname, c.relname), pg_get_indexdef(i.indexrelid), false, c.relname::text
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        ORDER BY last, name
        """;

    private readonly NpgsqlConnection _connection;
    private readonly string _create;

    private SideIndexes(NpgsqlConnection connection, IEnumerable<string> create)
    {
        _connection = connection;
        _create = string.Join(";\n", create);
    }

    /// <summary>Whether they are there. Set it back when the transaction that made them is rolled back.</summary>
    internal bool AreThere { get; set; }

    /// <summary>Drops what there is, remembering it.</summary>
    internal static async Task<SideIndexes> DropAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        List<(string Drop, string Create)> found = [];
        await using (var command = Statements.Command(connection, Found, schema))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        if (found.Count > 0)
        {
            // Foreign keys come last: they need the keys that they refer to.
            await Statements.ExecuteAsync(connection, string.Join(";\n", found.Select(each => each.Drop).Reverse()), cancellationToken);
        }

        return new SideIndexes(connection, found.Select(each => each.Create)) { AreThere = found.Count == 0 };
    }

    /// <summary>Makes them, unless they are there.</summary>
    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!AreThere)
        {
            await Statements.ExecuteAsync(_connection, _create, cancellationToken);
            AreThere = true;
        }
    }
}
