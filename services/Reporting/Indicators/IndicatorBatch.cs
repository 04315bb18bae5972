using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Settles what a batch of facts does to figures, in memory, fact by fact in the order in which they were recorded.</summary>
internal sealed class IndicatorBatch(
    IndicatorEngine engine, KeyMemory memory, IReadOnlyDictionary<object, IReadOnlyList<Contribution>> contributions) : IProjectionBatch
{
    private readonly IndicatorRows _rows = new();

    public void Add(IReadOnlyList<RecordedEvent> events)
    {
        var understood = events.Where(recorded => recorded.Data is FactRecorded)
            .Select(recorded => (Recorded: recorded, Fact: (FactRecorded)recorded.Data))
            .Select(each => (each.Recorded, each.Fact, Link: engine.LinkOf(each.Fact, each.Recorded.Position), Adds: contributions.GetValueOrDefault(each.Fact) ?? engine.Of(each.Fact)))
            .ToList();
        foreach (var (recorded, fact, link, adds) in understood)
        {
            var lines = new HashSet<(string, string, DateOnly)>();
            var moment = new Moment(recorded.Position, ChinaDate.Of(recorded.RecordedAt), fact.Sequence);
            if (link is not null || adds.Count > 0)
            {
                _rows.AddFact(moment, fact);
            }

            if (link is { } known)
            {
                Link(moment, known);
            }

            foreach (var contribution in adds)
            {
                Add(moment, contribution, lines.Add((contribution.Indicator.Id, contribution.Scope, contribution.Date)) ? 1 : 0);
            }
        }
    }

    public IReadOnlyList<SqlStatement> Write()
    {
        foreach (var rows in memory.Keys.Values)
        {
            _rows.Replace(rows);
        }

        return _rows.Statements();
    }

    /// <param name="moment">When the fact was recorded.</param>
    /// <param name="contribution">What it adds.</param>
    /// <param name="line">1 if this is the first that it adds on the day: it is then one event more behind the figure.</param>
    private void Add(Moment moment, Contribution contribution, int line)
    {
        var indicator = contribution.Indicator;
        _rows.AddEvent(moment, contribution);
        if (contribution.Key is not { } key)
        {
            _rows.AddDay(moment, indicator.Id, contribution.Scope, contribution.Date, contribution.Amount, line);
            return;
        }

        if (indicator.Counting == Counting.Distinct)
        {
            _rows.AddDay(moment, indicator.Id, contribution.Scope, contribution.Date, 0, line);
        }

        var e = new KeyEvent(
            key, contribution.Item, contribution.Date, moment.Sequence, moment.Position, contribution.Part, contribution.Amount, contribution.IsBase);
        var rows = memory.Get(new SeriesKey(indicator.Id, contribution.Scope, key), indicator.Counting != Counting.Distinct);
        rows.Events?.Add(e);
        if (rows.Events is not null)
        {
            Settle(moment, indicator, contribution.Scope, key);
        }
        else if (rows.Steps is [] || IsEarlier(e, rows.Steps[0]))
        {
            Move(moment, indicator, contribution.Scope, [rows], [new KeyStep(key, e.Date, e.Position, e.Part, 1, false)]);
        }
    }

    private void Link(Moment moment, KeyLink link)
    {
        _rows.AddLink(link);
        var linked = memory.Linked[link.Key];
        linked.Links.Add(link);
        foreach (var (indicator, scope) in memory.SeriesOf(linked))
        {
            Settle(moment, engine.Get(indicator), scope, link.Key);
        }
    }

    /// <summary>Computes anew what a key, and the ids that belong with it, count for.</summary>
    private void Settle(Moment moment, Indicator indicator, string scope, string key)
    {
        var linked = engine.HasIdentity(indicator.Id) ? memory.Linked.GetValueOrDefault(key) : null;
        var all = (linked?.Ids ?? [key]).Select(id => memory.Get(new SeriesKey(indicator.Id, scope, id), needsAll: true)).ToList();
        Move(moment, indicator, scope, all, KeyHistory.Of(indicator.Counting, all.SelectMany(rows => rows.Events ?? []), linked?.Links ?? []));
    }

    /// <summary>Puts new steps in the place of those that were, and notes what that changes on which day.</summary>
    private void Move(Moment moment, Indicator indicator, string scope, List<KeyRows> all, IReadOnlyList<KeyStep> steps)
    {
        var changes = steps.Select(step => (step.Date, step.Change, Listed: step.IsListed ? 1 : 0))
            .Concat(all.SelectMany(rows => rows.Steps).Select(step => (step.Date, Change: -step.Change, Listed: step.IsListed ? -1 : 0)));
        foreach (var day in changes.GroupBy(change => change.Date))
        {
            var (change, listed) = (day.Sum(each => each.Change), day.Sum(each => each.Listed));
            if (change != 0 || listed != 0)
            {
                _rows.AddDay(moment, indicator.Id, scope, day.Key, change, listed);
                _rows.AddChange(moment, indicator.Id, scope, day.Key, change);
            }
        }

        foreach (var rows in all)
        {
            rows.Steps = [.. steps.Where(step => step.Key == rows.Id.Key)];
        }
    }

    private static bool IsEarlier(KeyEvent e, KeyStep step) =>
        (e.Date, e.Position, e.Part).CompareTo((step.Date, step.Position, step.Part)) < 0;
}

/// <summary>When a fact was recorded.</summary>
/// <param name="Position">Position in Reporting's own log.</param>
/// <param name="RecordedOn">China date.</param>
/// <param name="Sequence">Position of its event in the public log of its service.</param>
internal readonly record struct Moment(long Position, DateOnly RecordedOn, long Sequence);
