using Npgsql;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads what is stored of the keys that a batch of facts touches. Four queries, whatever the number of facts.</summary>
internal static class KeyReader
{
    private const string Links = """
        WITH RECURSIVE met (key) AS (
            SELECT DISTINCT key COLLATE "C" FROM unnest($1) AS s (key)
            UNION
            SELECT l.other FROM met m JOIN indicator_links l ON l.key = m.key)
        SELECT l.key, l.other, l.business_date, f.sequence, l.position, l.parts
        FROM indicator_links l JOIN met m ON m.key = l.key JOIN indicator_facts f ON f.position = l.position
        WHERE NOT l.is_mirror
        """;

    private const string SeriesOfLinked = "SELECT DISTINCT indicator, scope, key FROM indicator_events WHERE key = ANY ($1)";

    private const string Steps = """
        SELECT s.indicator, s.scope, s.key, s.business_date, s.position, s.part, s.change, s.is_listed
        FROM unnest($1, $2, $3) AS t (indicator, scope, key)
        JOIN indicator_steps s ON s.indicator = t.indicator AND s.scope = t.scope AND s.key = t.key
        """;

    private const string Events = """
        WITH whole AS MATERIALIZED (
            SELECT t.indicator, t.scope, t.key FROM unnest($1, $2, $3, $4) AS t (indicator, scope, key, needs_all)
            WHERE t.needs_all OR EXISTS (
                SELECT FROM indicator_events e
                WHERE e.key = t.key AND e.indicator = t.indicator AND e.scope = t.scope AND e.key IS NOT NULL AND e.amount <= 0))
        SELECT e.indicator, e.scope, e.key, e.item, e.business_date, f.sequence, e.position, e.part, e.amount, e.is_base
        FROM whole w JOIN indicator_events e ON e.key = w.key AND e.indicator = w.indicator AND e.scope = w.scope
        JOIN indicator_facts f ON f.position = e.position
        """;

    public static async Task<KeyMemory> ReadAsync(
        NpgsqlConnection connection, IndicatorEngine engine, TouchedKeys touched, CancellationToken cancellationToken)
    {
        var memory = new KeyMemory();
        if (touched.Ids.Count > 0)
        {
            await ReadLinksAsync(connection, touched, memory, cancellationToken);
        }

        await ReadSeriesOfLinkedAsync(connection, engine, touched, memory, cancellationToken);
        if (touched.Keys.Count == 0)
        {
            return memory;
        }

        SeriesKey[] keys = [.. touched.Keys.Keys];
        bool[] needsAll = [.. keys.Select(key => touched.Keys[key] || memory.Linked.ContainsKey(key.Key))];
        for (var i = 0; i < keys.Length; i++)
        {
            memory.Get(keys[i], needsAll[i]);
        }

        await ReadStepsAsync(connection, keys, memory, cancellationToken);
        await ReadEventsAsync(connection, keys, needsAll, memory, cancellationToken);
        return memory;
    }

    private static async Task ReadLinksAsync(
        NpgsqlConnection connection, TouchedKeys touched, KeyMemory memory, CancellationToken cancellationToken)
    {
        List<KeyLink> links = [];
        await EachAsync(
            connection,
            Links,
            [touched.Ids.ToArray()],
            row => links.Add(new KeyLink(
                row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), row.GetInt64(4), row.GetBoolean(5))),
            cancellationToken);
        var together = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var link in links.Concat(touched.Links))
        {
            var one = together.GetValueOrDefault(link.Key) ?? [link.Key];
            one.UnionWith(together.GetValueOrDefault(link.Other) ?? [link.Other]);
            foreach (var id in one)
            {
                together[id] = one;
            }
        }

        foreach (var ids in together.Values.Distinct())
        {
            var linked = new LinkedIds([.. ids], [.. links.Where(link => ids.Contains(link.Key))]);
            foreach (var id in ids)
            {
                memory.Linked[id] = linked;
            }
        }
    }

    private static async Task ReadSeriesOfLinkedAsync(
        NpgsqlConnection connection, IndicatorEngine engine, TouchedKeys touched, KeyMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Linked.Count > 0)
        {
            await EachAsync(
                connection,
                SeriesOfLinked,
                [memory.Linked.Keys.ToArray()],
                row =>
                {
                    if (engine.HasIdentity(row.GetString(0)))
                    {
                        touched.Keys[KeyOf(row)] = true;
                    }
                },
                cancellationToken);
        }

        // A step can stand under an id that has no events in that region itself: the one that links two others.
        foreach (var key in touched.Keys.Keys.Where(key => memory.Linked.ContainsKey(key.Key) && engine.HasIdentity(key.Indicator)).ToList())
        {
            foreach (var id in memory.Linked[key.Key].Ids)
            {
                touched.Keys[key with { Key = id }] = true;
            }
        }
    }

    private static async Task ReadStepsAsync(NpgsqlConnection connection, SeriesKey[] keys, KeyMemory memory, CancellationToken cancellationToken)
    {
        await EachAsync(
            connection,
            Steps,
            [Indicators(keys), Scopes(keys), Names(keys)],
            row => memory.Keys[KeyOf(row)].Stored.Add(new KeyStep(
                row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetInt64(4), row.GetInt16(5), row.GetDecimal(6), row.GetBoolean(7))),
            cancellationToken);
        foreach (var rows in memory.Keys.Values)
        {
            rows.Steps = [.. rows.Stored];
        }
    }

    private static Task ReadEventsAsync(
        NpgsqlConnection connection, SeriesKey[] keys, bool[] needsAll, KeyMemory memory, CancellationToken cancellationToken) => EachAsync(
        connection,
        Events,
        [Indicators(keys), Scopes(keys), Names(keys), needsAll],
        row => (memory.Keys[KeyOf(row)].Events ??= []).Add(new KeyEvent(
            row.GetString(2),
            row.GetString(3),
            row.GetFieldValue<DateOnly>(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetInt16(7),
            row.GetDecimal(8),
            row.GetBoolean(9))),
        cancellationToken);

    private static SeriesKey KeyOf(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2));

    private static string[] Indicators(SeriesKey[] keys) => [.. keys.Select(key => key.Indicator)];

    private static string[] Scopes(SeriesKey[] keys) => [.. keys.Select(key => key.Scope)];

    private static string[] Names(SeriesKey[] keys) => [.. keys.Select(key => key.Key)];

    private static async Task EachAsync(
        NpgsqlConnection connection, string sql, object[] parameters, Action<NpgsqlDataReader> take, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader);
        }
    }
}
