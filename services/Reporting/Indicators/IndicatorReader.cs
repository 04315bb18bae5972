using Npgsql;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads the roll-ups. What it costs depends on the days that had facts, not on the number of facts.</summary>
internal sealed class IndicatorReader(NpgsqlDataSource dataSource)
{
    /// <summary>Figures cumulated up to a day; an indicator and region without facts is left out.</summary>
    public async Task<IReadOnlyDictionary<(string Indicator, string Scope), Figure>> CumulativeAsync(
        IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> scopes, DateOnly upTo, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT indicator, scope, sum(value), sum(events)::bigint FROM indicator_days
            WHERE indicator = ANY ($1) AND scope = ANY ($2) AND business_date <= $3
            GROUP BY indicator, scope
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. indicators] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. scopes] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = upTo });
        var figures = new Dictionary<(string, string), Figure>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            figures.Add((reader.GetString(0), reader.GetString(1)), new Figure(reader.GetDecimal(2), reader.GetInt64(3)));
        }

        return figures;
    }

    /// <summary>What each month up to a day added to the figure of a region.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, decimal>> MonthlyAsync(
        string indicator, string scope, DateOnly upTo, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT date_trunc('month', business_date)::date, sum(value) FROM indicator_days
            WHERE indicator = $1 AND scope = $2 AND business_date <= $3
            GROUP BY 1
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = indicator });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scope });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = upTo });
        var months = new Dictionary<DateOnly, decimal>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            months.Add(await reader.GetFieldValueAsync<DateOnly>(0, cancellationToken), reader.GetDecimal(1));
        }

        return months;
    }

    /// <summary>
    /// The events behind a figure by business date, with what each adds: their contributions sum up to the figure. An event whose key
    /// was already counted adds nothing; of an indicator that counts among another only the events that add something are its own.
    /// </summary>
    public async Task<IReadOnlyList<CountedEvent>> EventsAsync(
        Indicator indicator, string scope, DateOnly upTo, EventCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT e.event_id, e.source, e.sequence, e.type, e.region, e.business_date, e.position,
                CASE WHEN e.key IS NULL THEN e.amount WHEN k.position = e.position THEN 1 ELSE 0 END
            FROM indicator_events e
            LEFT JOIN indicator_keys k ON k.indicator = e.indicator AND k.scope = e.scope AND k.key = e.key
            WHERE e.indicator = $1 AND e.scope = $2 AND e.business_date <= $3 AND (e.business_date, e.position) > ($4, $5)
                AND (NOT $7 OR k.position = e.position)
            ORDER BY e.business_date, e.position
            LIMIT $6
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = indicator.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scope });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = upTo });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = after.Date });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Position });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = indicator.Among is not null });
        var events = new List<CountedEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new CountedEvent(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                reader.GetString(4),
                await reader.GetFieldValueAsync<DateOnly>(5, cancellationToken),
                reader.GetDecimal(7))
            {
                Cursor = new EventCursor(await reader.GetFieldValueAsync<DateOnly>(5, cancellationToken), reader.GetInt64(6)),
            });
        }

        return events;
    }
}

/// <summary>A cumulative figure.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Events">Number of events behind it.</param>
internal sealed record Figure(decimal Value, long Events)
{
    /// <summary>Nothing happened.</summary>
    public static Figure Zero { get; } = new(0, 0);
}
