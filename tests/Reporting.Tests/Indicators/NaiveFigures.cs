using System.Text.Json;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>Figures of random facts computed afresh for one day from all facts of up to that day: no steps, no roll-ups, no shared code.</summary>
internal static class NaiveFigures
{
    /// <summary>The figure of a region up to a day; the facts are in the order in which they were published.</summary>
    public static decimal Of(Indicator indicator, string scope, DateOnly upTo, IReadOnlyList<FactRecorded> facts)
    {
        var lines = LinesOf(indicator, scope, facts).Where(line => line.Date <= upTo).OrderBy(line => line.Date).ToList();
        return indicator.Id switch
        {
            "count" => lines.Sum(line => line.Sign),
            "sum" => lines.Sum(line => line.Sign * line.Amount),
            "yuan" => lines.GroupBy(line => line.Item).Sum(item => Math.Max(0, item.Sum(line => line.Sign * line.Amount))),
            "granted" => lines.GroupBy(line => line.Person).Sum(person => Math.Max(0, person.Sum(line => line.Sign * line.Amount))),
            "openings" => lines.GroupBy(line => line.Item).Sum(LastWord),
            "employed" => PeopleOn(upTo, facts).Count(person => IsEmployed(person, indicator, scope, upTo, lines, facts)),
            _ => PeopleOn(upTo, facts).Count(person => IsCounted(lines.Where(line => person.Contains(line.Person!)), indicator.Id == "paid")),
        };
    }

    /// <summary>Yuan and people count while something is left of one item; records count one by one.</summary>
    private static bool IsCounted(IEnumerable<Line> lines, bool isMoney) =>
        lines.GroupBy(line => (line.Person, Item: isMoney ? line.Item : null)).Any(item => item.Sum(line => Weight(line, isMoney)) > 0);

    private static decimal Weight(Line line, bool isMoney) => line.Sign * (isMoney ? line.Amount : 1);

    private static decimal LastWord(IEnumerable<Line> item)
    {
        var lines = item.ToList();
        var last = lines[^1];
        return lines.Exists(line => line.Type == RandomFacts.Published) && last.Kind is "a" or "b" ? last.Amount : 0;
    }

    private static bool IsEmployed(
        HashSet<string> person, Indicator indicator, string scope, DateOnly upTo, List<Line> lines, IReadOnlyList<FactRecorded> facts)
    {
        var helped = LinesOf(RandomFacts.Indicators.Single(other => other.Id == indicator.Among), scope, facts)
            .Where(line => line.Date <= upTo && person.Contains(line.Person!)).ToList();
        return IsCounted(helped, false)
            && lines.Exists(line => person.Contains(line.Person!) && line.Date >= helped.Where(h => h.Sign > 0).Min(h => h.Date));
    }

    /// <summary>Everybody by the ids that are theirs on a day.</summary>
    private static List<HashSet<string>> PeopleOn(DateOnly day, IReadOnlyList<FactRecorded> facts)
    {
        var people = new List<HashSet<string>>(((string[])["p1", "p2", "p3", "p4", "nobody"]).Select(id => new HashSet<string>([id])));
        var links = facts.Where(fact => fact.Type is RandomFacts.Merged or RandomFacts.Unmerged && Day(fact, "date") <= day)
            .OrderBy(fact => Day(fact, "date"))
            .GroupBy(fact => string.Join(' ', ((string?[])[Text(fact, "person"), Text(fact, "item")]).Order()))
            .Select(pair => pair.Last())
            .Where(link => link.Type == RandomFacts.Merged);
        foreach (var link in links)
        {
            var one = people.Single(person => person.Contains(Text(link, "person")!));
            var two = people.Single(person => person.Contains(Text(link, "item")!));
            if (one != two)
            {
                one.UnionWith(two);
                people.Remove(two);
            }
        }

        return people;
    }

    private static IEnumerable<Line> LinesOf(Indicator indicator, string scope, IReadOnlyList<FactRecorded> facts) => facts
        .Where(fact => scope == "430000" || fact.Region.StartsWith(scope[..4], StringComparison.Ordinal))
        .SelectMany(fact => LinesOf(indicator, fact))
        .Where(line => line.Date >= indicator.From && (indicator.To is null || line.Date <= indicator.To))
        .Where(line => indicator.Measure.Kind != FormMeasureKind.Distinct || line.Person is not null)
        .Where(line => indicator.Filters.Count == 0 || indicator.ReplacedBy is not null || line.Kind is "a" or "b");

    /// <summary>A correction takes back what the record said, from its own day on, and says it anew.</summary>
    private static IEnumerable<Line> LinesOf(Indicator indicator, FactRecorded fact)
    {
        if (fact.Type == RandomFacts.Corrected && indicator.EventTypes.Contains(RandomFacts.Helped))
        {
            var e = fact.Data.Deserialize<ServiceRecordCorrected>(PublicEventTypes.Json)!;
            Line[] lines = [.. Restated(indicator, e.Before, -1, e.CorrectedOn), .. Restated(indicator, e.After, 1, e.CorrectedOn)];
            return lines is [var before, var after] && before with { Sign = 1 } == after ? [] : lines;
        }

        if (fact.Type == RandomFacts.Withdrawn && indicator.EventTypes.Contains(RandomFacts.Helped))
        {
            var e = fact.Data.Deserialize<ServiceRecordWithdrawn>(PublicEventTypes.Json)!;
            return Restated(indicator, e.Before, -1, e.WithdrawnOn);
        }

        var takes = fact.Type == RandomFacts.TakenBack && indicator.EndedBy is not null;
        return takes || indicator.EventTypes.Contains(fact.Type) || (fact.Type == RandomFacts.Changed && indicator.ReplacedBy is not null)
            ?
            [
                new Line(
                    fact.Type, Day(fact, "date"), Text(fact, "person"), Text(fact, "item")!, Text(fact, "kind")!, Number(fact, "amount"), takes ? -1 : 1),
            ]
            : [];
    }

    private static IEnumerable<Line> Restated(Indicator indicator, IReadOnlyDictionary<string, string> record, int sign, DateOnly on)
    {
        var date = DateOnly.Parse(record["date"]);
        return date < indicator.From || (indicator.To is { } to && date > to)
            ? []
            : [new Line("record", date > on ? date : on, record["person"], record["item"], record["kind"], decimal.Parse(record["amount"]), sign)];
    }

    private static string? Text(FactRecorded fact, string field) => fact.Data.GetProperty(field).GetString();

    private static DateOnly Day(FactRecorded fact, string field) => DateOnly.Parse(Text(fact, field)!);

    private static decimal Number(FactRecorded fact, string field) => fact.Data.GetProperty(field).GetDecimal();

    private sealed record Line(string Type, DateOnly Date, string? Person, string Item, string Kind, decimal Amount, int Sign);
}
