using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Gathers the rows of a batch and writes them in one statement a table.</summary>
internal sealed class IndicatorRows
{
    private const string InsertFacts = """
        INSERT INTO indicator_facts (position, event_id, source, sequence, type, region, recorded_on)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string InsertEvents = """
        INSERT INTO indicator_events (indicator, scope, business_date, position, part, key, item, amount, is_base)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string DeleteSteps = """
        DELETE FROM indicator_steps s USING unnest($1, $2, $3, $4, $5, $6) AS o (indicator, scope, key, business_date, position, part)
        WHERE s.indicator = o.indicator AND s.scope = o.scope AND s.key = o.key AND s.business_date = o.business_date
            AND s.position = o.position AND s.part = o.part
        """;

    private const string InsertSteps = """
        INSERT INTO indicator_steps (indicator, scope, key, business_date, position, part, change, is_listed)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string InsertChanges = """
        INSERT INTO indicator_changes (indicator, scope, position, business_date, change) SELECT * FROM unnest($1, $2, $3, $4, $5)
        """;

    private const string AddDays = """
        INSERT INTO indicator_days AS d (indicator, scope, business_date, value, events) SELECT * FROM unnest($1, $2, $3, $4, $5)
        ON CONFLICT (indicator, scope, business_date)
        DO UPDATE SET value = d.value + excluded.value, events = d.events + excluded.events
        """;

    private const string AddMonths = """
        INSERT INTO indicator_months AS m (indicator, scope, month, value, events) SELECT * FROM unnest($1, $2, $3, $4, $5)
        ON CONFLICT (indicator, scope, month)
        DO UPDATE SET value = m.value + excluded.value, events = m.events + excluded.events
        """;

    private const string AddKnown = """
        INSERT INTO indicator_known AS d (indicator, scope, recorded_on, business_date, value, events) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
        ON CONFLICT (indicator, scope, recorded_on, business_date)
        DO UPDATE SET value = d.value + excluded.value, events = d.events + excluded.events
        """;

    private const string InsertLinks = """
        INSERT INTO indicator_links (key, other, position, business_date, parts, is_mirror) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
        """;

    private readonly List<(Moment At, FactRecorded Fact)> _facts = [];
    private readonly List<(Moment At, Contribution Of)> _events = [];
    private readonly List<KeyLink> _links = [];
    private readonly List<(SeriesKey Id, KeyStep Step)> _removed = [];
    private readonly List<(SeriesKey Id, KeyStep Step)> _added = [];
    private readonly Dictionary<(string Indicator, string Scope, long Position, DateOnly Date), decimal> _changes = [];
    private readonly Dictionary<(string Indicator, string Scope, DateOnly RecordedOn, DateOnly Date), (decimal Value, long Events)> _known = [];

    public void AddFact(Moment moment, FactRecorded fact) => _facts.Add((moment, fact));

    public void AddEvent(Moment moment, Contribution contribution) => _events.Add((moment, contribution));

    public void AddLink(KeyLink link) => _links.Add(link);

    /// <summary>Adds to a day of a figure, as of the day on which that came to be known.</summary>
    public void AddDay(Moment moment, string indicator, string scope, DateOnly date, decimal value, long events)
    {
        var key = (indicator, scope, moment.RecordedOn, date);
        var (oldValue, oldEvents) = _known.GetValueOrDefault(key);
        _known[key] = (oldValue + value, oldEvents + events);
    }

    /// <summary>Notes what a fact changes on a day of a figure that counts keys.</summary>
    public void AddChange(Moment moment, string indicator, string scope, DateOnly date, decimal change)
    {
        var key = (indicator, scope, moment.Position, date);
        _changes[key] = _changes.GetValueOrDefault(key) + change;
    }

    /// <summary>Notes the steps of a key that are not as they are stored.</summary>
    public void Replace(KeyRows rows)
    {
        _removed.AddRange(rows.Stored.Except(rows.Steps).Select(step => (rows.Id, step)));
        _added.AddRange(rows.Steps.Except(rows.Stored).Select(step => (rows.Id, step)));
    }

    public IReadOnlyList<SqlStatement> Statements()
    {
        var known = _known.Select(row => (row.Key.Indicator, row.Key.Scope, row.Key.RecordedOn, row.Key.Date, row.Value.Value, row.Value.Events)).ToList();
        var days = known.GroupBy(row => (row.Indicator, row.Scope, row.Date))
            .Select(day => (day.Key.Indicator, day.Key.Scope, day.Key.Date, Value: day.Sum(row => row.Value), Events: day.Sum(row => row.Events)))
            .ToList();
        var months = days.GroupBy(row => (row.Indicator, row.Scope, Month: YearMonth.Of(row.Date).FirstDay))
            .Select(month => (month.Key.Indicator, month.Key.Scope, month.Key.Month, Value: month.Sum(row => row.Value), Events: month.Sum(row => row.Events)))
            .ToList();
        var changes = _changes.Where(change => change.Value != 0).ToList();
        var links = _links.SelectMany(link => ((KeyLink Link, bool IsMirror)[])
            [(link, false), (link with { Key = link.Other, Other = link.Key }, true)]).ToList();
        IEnumerable<SqlStatement?> all =
        [
            Facts(),
            Events(),
            Sql(InsertLinks, links, [
                Of(links, l => l.Link.Key), Of(links, l => l.Link.Other), Of(links, l => l.Link.Position), Of(links, l => l.Link.Date),
                Of(links, l => l.Link.Parts), Of(links, l => l.IsMirror)]),
            Sql(DeleteSteps, _removed, StepKeys(_removed)),
            Sql(InsertSteps, _added, [.. StepKeys(_added), Of(_added, s => s.Step.Change), Of(_added, s => s.Step.IsListed)]),
            Sql(InsertChanges, changes, [
                Of(changes, c => c.Key.Indicator), Of(changes, c => c.Key.Scope), Of(changes, c => c.Key.Position), Of(changes, c => c.Key.Date),
                Of(changes, c => c.Value)]),
            Sql(AddDays, days, [
                Of(days, d => d.Indicator), Of(days, d => d.Scope), Of(days, d => d.Date), Of(days, d => d.Value), Of(days, d => d.Events)]),
            Sql(AddMonths, months, [
                Of(months, m => m.Indicator), Of(months, m => m.Scope), Of(months, m => m.Month), Of(months, m => m.Value), Of(months, m => m.Events)]),
            Sql(AddKnown, known, [
                Of(known, k => k.Indicator), Of(known, k => k.Scope), Of(known, k => k.RecordedOn), Of(known, k => k.Date),
                Of(known, k => k.Value), Of(known, k => k.Events)]),
        ];
        return [.. all.OfType<SqlStatement>()];
    }

    private static SqlStatement? Sql<T>(string sql, List<T> rows, object[] columns) => rows.Count > 0 ? new SqlStatement(sql, columns) : null;

    private static TColumn[] Of<T, TColumn>(List<T> rows, Func<T, TColumn> column) => [.. rows.Select(column)];

    private static object[] StepKeys(List<(SeriesKey Id, KeyStep Step)> steps) =>
    [
        Of(steps, s => s.Id.Indicator), Of(steps, s => s.Id.Scope), Of(steps, s => s.Id.Key), Of(steps, s => s.Step.Date),
        Of(steps, s => s.Step.Position), Of(steps, s => s.Step.Part),
    ];

    private SqlStatement? Facts() => Sql(InsertFacts, _facts, [
        Of(_facts, f => f.At.Position), Of(_facts, f => f.Fact.EventId), Of(_facts, f => f.Fact.Source), Of(_facts, f => f.Fact.Sequence),
        Of(_facts, f => f.Fact.Type), Of(_facts, f => f.Fact.Region), Of(_facts, f => f.At.RecordedOn)]);

    private SqlStatement? Events() => Sql(InsertEvents, _events, [
        Of(_events, e => e.Of.Indicator.Id), Of(_events, e => e.Of.Scope), Of(_events, e => e.Of.Date), Of(_events, e => e.At.Position),
        Of(_events, e => e.Of.Part), Of(_events, e => e.Of.Key), Of(_events, e => e.Of.Item), Of(_events, e => e.Of.Amount),
        Of(_events, e => e.Of.IsBase)]);
}
