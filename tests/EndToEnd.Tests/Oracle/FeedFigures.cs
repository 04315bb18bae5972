using System.Globalization;
using System.Text.Json.Nodes;

namespace YouthPlatform.EndToEnd.Tests.Oracle;

/// <summary>
/// Figures worked out from the public feeds alone, the slow and plain way: each of them anew from all events. What they mean is what the documents ask for:
/// who was paid and has all of it taken back counts no longer from that day on; a corrected record counts anew from its correction on; two ids of one
/// person are one from the day of their merge on.
/// </summary>
internal sealed class FeedFigures
{
    private const int CollegeDigits = 10;

    private readonly ILookup<string, Published> _events;

    public FeedFigures(IEnumerable<JsonNode> envelopes) => _events = envelopes.Select(Published.Of).ToLookup(published => published.Type);

    public decimal Count(Days days, string type, string date, Func<Published, bool>? where = null) =>
        Lines(days, type, date, where).Sum(line => line.Sign);

    public decimal Sum(Days days, string type, string date, string field, Func<Published, bool>? where = null) =>
        Lines(days, type, date, where).Sum(line => line.Sign * Number(line.Event[field]));

    /// <summary>People, firms or colleges that at least one event is left of.</summary>
    public decimal Distinct(Days days, string type, string date, string key, Func<Published, bool>? where = null) => Once(
        days,
        key,
        Lines(days, type, date, where).GroupBy(line => line.Event[key]).Where(lines => lines.Sum(line => line.Sign) > 0).Select(lines => lines.Key));

    /// <summary>Whoever something is left of, of what was given to them and taken back.</summary>
    public decimal Holding(Days days, string key, Func<Published, string> item, Func<Published, decimal> amount, Given given, params Given[] taken) => Once(
        days,
        key,
        Balances(days, item, amount, given, taken).Where(left => left.Balance > 0).Select(left => left.Any[key]).Where(name => name.Length > 0));

    /// <summary>Yuan that are left of what was paid.</summary>
    public decimal Left(Days days, Func<Published, string> item, string field, Given given, params Given[] taken) =>
        Balances(days, item, e => Number(e[field]), given, taken).Sum(left => Math.Max(0, left.Balance));

    /// <summary>Of the people of one kind of event those to whom another came on the same day or later.</summary>
    public decimal Afterwards(Days days, Given first, Given then)
    {
        var since = Lines(days, first.Type, first.Date, first.Where).Select(line => (Person: line.Event["personId"], line.On)).ToList();
        var people = PeopleOn(days.To);
        return Lines(days, then.Type, then.Date, then.Where)
            .Where(line => since.Exists(one => people(one.Person) == people(line.Event["personId"])
                && line.On >= since.Where(other => people(other.Person) == people(one.Person)).Min(other => other.On)))
            .Select(line => people(line.Event["personId"]))
            .Distinct().Count();
    }

    /// <summary>Openings of the posts that were published, as each stands at the end of the days.</summary>
    public decimal Openings(Days days, Func<Published, bool>? where = null)
    {
        var changes = In(days, "internships.post_changed", "changedOn").ToLookup(line => line.Event["postId"]);
        return In(days, "internships.post_published", "publishedOn")
            .Select(line => changes[line.Event["postId"]].Where(change => change.On >= line.On).OrderBy(change => change.On).LastOrDefault(line).Event)
            .Where(post => where?.Invoke(post) != false)
            .Sum(post => Number(post["openings"]));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsIn(Days days, DateOnly day) => day >= days.Start && day <= days.To;

    private IEnumerable<(Published Any, decimal Balance)> Balances(
        Days days, Func<Published, string> item, Func<Published, decimal> amount, Given given, Given[] taken)
    {
        var gone = taken.SelectMany(each => Lines(days, each.Type, each.Date, each.Where)).ToLookup(line => item(line.Event));
        return Lines(days, given.Type, given.Date, given.Where).GroupBy(line => item(line.Event))
            .Select(lines => (lines.First().Event, lines.Sum(line => amount(line.Event)) - gone[lines.Key].Sum(line => amount(line.Event))));
    }

    private decimal Once(Days days, string key, IEnumerable<string> names)
    {
        var people = key == "personId" ? PeopleOn(days.To) : name => name;
        return names.Where(name => name.Length > 0).Select(people).Distinct().Count();
    }

    /// <summary>Whether something is of the region, or of the college, whose days these are.</summary>
    private static bool IsOf(Days days, string region, Published e) =>
        days.Region.Length == CollegeDigits ? e["collegeId"] == days.Region : region.StartsWith(days.Region, StringComparison.Ordinal);

    private IEnumerable<Line> In(Days days, string type, string date) => _events[type]
        .Where(e => IsOf(days, e.Region, e))
        .Select(e => new Line(e.On(date), 1, e))
        .Where(line => IsIn(days, line.On));

    /// <summary>What happened, and what corrections of records took back and put in its place.</summary>
    private IEnumerable<Line> Lines(Days days, string type, string date, Func<Published, bool>? where) => In(days, type, date)
        .Concat(Restated(days, type, date, "graduate_tracking.service_record_corrected", "correctedOn", "before", -1))
        .Concat(Restated(days, type, date, "graduate_tracking.service_record_corrected", "correctedOn", "after", 1))
        .Concat(Restated(days, type, date, "graduate_tracking.service_record_withdrawn", "withdrawnOn", "before", -1))
        .Where(line => where?.Invoke(line.Event) != false);

    private IEnumerable<Line> Restated(Days days, string type, string date, string by, string on, string member, int sign) => _events[by]
        .Where(e => e["eventType"] == $"youthplatform.{type}.v1")
        .Select(e => (Change: e, Record: new Published(type, Published.Texts(e.Raw[member]!.AsObject()))))
        .Where(each => each.Record.On(date) >= days.Start && IsOf(days, each.Change.Region, each.Record))
        .Select(each => new Line(Later(each.Record.On(date), each.Change.On(on)), sign, each.Record))
        .Where(line => IsIn(days, line.On));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>By which id each person goes on a day.</summary>
    private Func<string, string> PeopleOn(DateOnly day)
    {
        var into = new Dictionary<string, string>();
        var changes = _events["graduate_tracking.ledger_entry_merged"].Select(e => (On: e.On("mergedOn"), e, Merged: true))
            .Concat(_events["graduate_tracking.ledger_entry_unmerged"].Select(e => (On: e.On("unmergedOn"), e, Merged: false)))
            .Where(change => change.On <= day)
            .OrderBy(change => change.On);
        foreach (var (_, e, merged) in changes)
        {
            if (merged)
            {
                into[e["personId"]] = e["intoPersonId"];
            }
            else
            {
                into.Remove(e["personId"]);
            }
        }

        return id =>
        {
            while (into.TryGetValue(id, out var next))
            {
                id = next;
            }

            return id;
        };
    }
}

/// <summary>Events that give or take.</summary>
/// <param name="Type">Type of the events.</param>
/// <param name="Date">Member with the day.</param>
/// <param name="Where">Which of them.</param>
internal sealed record Given(string Type, string Date, Func<Published, bool>? Where = null);
