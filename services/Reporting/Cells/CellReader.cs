using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Cells;

/// <summary>Explains cells: what they say, what they said on another day, and why that differs.</summary>
internal sealed class CellReader(
    IndicatorReader indicators, IndicatorEngine engine, Wording wording, IEventStore store, NpgsqlDataSource dataSource)
{
    /// <summary>A cell as it is known now, or was at the end of a day.</summary>
    public async Task<CellExplanation> ExplainAsync(Cell cell, DateOnly? asKnownOn, CancellationToken cancellationToken)
    {
        var figure = await FigureAsync(cell, asKnownOn, cancellationToken);
        var now = asKnownOn is null ? figure : await FigureAsync(cell, null, cancellationToken);
        var submitted = await SubmissionAsync(cell, cancellationToken);
        var address = $"{cell.Month}/cells/{cell.Column.Number}";
        return new CellExplanation(
            cell.Form.Id,
            cell.Form.Title,
            cell.Form.Clause,
            new UnitView(cell.Unit.Code.Value, cell.Unit.Name),
            cell.Month,
            cell.Column.Number,
            [.. ((string?[])[cell.Column.Group, cell.Column.Subgroup, cell.Column.Name]).OfType<string>()],
            cell.Column.Unit,
            cell.Column.Definition,
            wording.RuleOf(cell.Form, cell.Column),
            cell.Window.From,
            cell.Window.To,
            asKnownOn,
            figure.Value,
            figure.Events,
            submitted is { } last ? new SubmittedCell(last.On, last.By, last.Value, now.Value - last.Value) : null,
            asKnownOn is { } day ? $"{address}/events?asKnownOn={day:yyyy-MM-dd}" : $"{address}/events",
            $"{address}/changes");
    }

    /// <summary>What came to be known of a cell after the end of a day.</summary>
    public async Task<CellChanges> ChangesSinceAsync(
        Cell cell, DateOnly day, long after, int limit, CancellationToken cancellationToken)
    {
        var then = await FigureAsync(cell, day, cancellationToken);
        return await ChangesAsync(cell, new Since(day, 0, then.Value), after, limit, cancellationToken);
    }

    /// <summary>What came to be known of a cell after its form was submitted last; null if it never was.</summary>
    public async Task<CellChanges?> ChangesSinceSubmissionAsync(Cell cell, long after, int limit, CancellationToken cancellationToken) =>
        await SubmissionAsync(cell, cancellationToken) is { } last
            ? await ChangesAsync(cell, new Since(last.On, last.Position, last.Value), after, limit, cancellationToken)
            : null;

    private async Task<CellChanges> ChangesAsync(Cell cell, Since since, long after, int limit, CancellationToken cancellationToken)
    {
        var indicator = cell.Indicator;
        var why = new Reasons(engine, indicator, since.On);
        var rows = await dataSource.RowsAsync(
            """
            WITH lines AS (
                SELECT e.position, e.business_date, e.amount AS change FROM indicator_events e
                WHERE e.indicator = $1 AND e.scope = $2 AND e.business_date BETWEEN $3 AND $4 AND e.key IS NULL AND e.position > $5
                UNION ALL
                SELECT c.position, c.business_date, c.change FROM indicator_changes c
                WHERE c.indicator = $1 AND c.scope = $2 AND c.business_date BETWEEN $3 AND $4 AND c.position > $5)
            SELECT f.event_id, f.source, f.sequence, f.type, min(l.business_date), f.recorded_on, sum(l.change), f.position
            FROM lines l JOIN indicator_facts f ON f.position = l.position
            WHERE $6::bigint > 0 OR f.recorded_on > $7
            GROUP BY f.position HAVING sum(l.change) <> 0
            ORDER BY f.position LIMIT $8
            """,
            [indicator.Id, cell.Unit.Code.Value, cell.Window.From, cell.Window.To, Math.Max(after, since.Position), since.Position, since.On, limit + 1],
            row => (Position: row.GetInt64(7), Change: why.Of(
                row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.Date(4), row.Date(5), row.GetDecimal(6))),
            cancellationToken);
        var now = await FigureAsync(cell, null, cancellationToken);
        return new CellChanges(
            since.On,
            since.Value,
            now.Value,
            now.Value - since.Value,
            [.. rows.Take(limit).Select(row => row.Change)],
            rows.Count > limit ? $"{rows[limit - 1].Position}" : null);
    }

    private async Task<Figure> FigureAsync(Cell cell, DateOnly? knownOn, CancellationToken cancellationToken)
    {
        var (id, scope) = (cell.Indicator.Id, cell.Unit.Code.Value);
        var figures = await indicators.WithinAsync([KeyValuePair.Create(id, cell.Window)], [scope], knownOn, cancellationToken);
        return figures.GetValueOrDefault((id, scope), Figure.Zero);
    }

    private async Task<Submission?> SubmissionAsync(Cell cell, CancellationToken cancellationToken)
    {
        var stream = await store.LoadAsync(Form.StreamOf(cell.Form.Id, cell.Unit.Code, cell.Month), 0, cancellationToken);
        return stream.Events.LastOrDefault(recorded => recorded.Data is FormSubmitted) is { Data: FormSubmitted submitted } last
            && submitted.Figures.FirstOrDefault(figure => figure.Column == cell.Column.Number) is { } figure
                ? new Submission(submitted.On, submitted.By, figure.Value - figure.Adjustment, last.Position)
                : null;
    }

    private sealed record Submission(DateOnly On, string By, decimal Value, long Position);

    private sealed record Since(DateOnly On, long Position, decimal Value);
}
