using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>Few people, places and days, so that keys meet, come early, late and in two places.</summary>
internal static class RandomFacts
{
    public const string Helped = "test.helped.v1";

    public const string Employed = "test.employed.v1";

    private static readonly DateOnly Start = new(2023, 5, 10);

    private static readonly RegionLevel[] Levels = [RegionLevel.Prefecture, RegionLevel.Province];

    public static IReadOnlyList<string> Scopes { get; } = ["430100", "430200", "430000"];

    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        Define("count", [Helped], new FormMeasure(FormMeasureKind.Count)),
        Define("sum", [Helped, Employed], new FormMeasure(FormMeasureKind.Sum, "amount")) with { Filters = [new FormFilter("kind", ["a", "b"])] },
        Define("people", [Helped], new FormMeasure(FormMeasureKind.Distinct, "person")),
        Define("closing", [Helped], new FormMeasure(FormMeasureKind.Distinct, "person")) with { To = Start.AddDays(14) },
        Define("employed", [Employed], new FormMeasure(FormMeasureKind.Distinct, "person")) with { Among = "people" },
    ];

    public static Arbitrary<Shuffled[]> Arbitrary { get; } = Arb.From(Gen.ArrayOf(
        from type in Gen.Elements(Helped, Helped, Employed)
        from region in Gen.Elements("430102", "430104", "430202", "430000")
        from day in Gen.Choose(0, 25)
        from person in Gen.Elements<string?>("p1", "p2", "p3", "p4", null)
        from kind in Gen.Elements("a", "b", "c")
        from amount in Gen.Choose(0, 900)
        select new Shuffled(type, region, Start.AddDays(day), person, kind, amount / 100m)));

    /// <summary>The figure computed afresh from all facts, without roll-ups.</summary>
    public static decimal Naive(Indicator indicator, string scope, DateOnly upTo, IReadOnlyList<Shuffled> facts)
    {
        var counted = Counted(indicator, scope, facts).Where(fact => fact.Date <= upTo).ToList();
        return indicator.Measure.Kind switch
        {
            FormMeasureKind.Count => counted.Count,
            FormMeasureKind.Sum => counted.Sum(fact => fact.Amount),
            _ => counted.Where(fact => fact.Person is not null && IsAmong(indicator, scope, fact, facts)).DistinctBy(fact => fact.Person).Count(),
        };
    }

    private static bool IsAmong(Indicator indicator, string scope, Shuffled fact, IReadOnlyList<Shuffled> facts) =>
        indicator.Among is null
        || Counted(Indicators.Single(other => other.Id == indicator.Among), scope, facts)
            .Any(other => other.Person == fact.Person && other.Date <= fact.Date);

    private static IEnumerable<Shuffled> Counted(Indicator indicator, string scope, IReadOnlyList<Shuffled> facts) => facts.Where(fact =>
        indicator.EventTypes.Contains(fact.Type)
        && fact.Date >= indicator.From
        && (indicator.To is null || fact.Date <= indicator.To)
        && (indicator.Filters.Count == 0 || fact.Kind is "a" or "b")
        && (scope == "430000" || fact.Region.StartsWith(scope[..4], StringComparison.Ordinal)));

    private static Indicator Define(string id, string[] types, FormMeasure measure) =>
        new(id, types, "date", [], measure, Levels, Start.AddDays(3), null);
}

/// <summary>A fact in the order of its arrival, which is not that of its date.</summary>
public sealed record Shuffled(string Type, string Region, DateOnly Date, string? Person, string Kind, decimal Amount)
{
    internal FactRecorded Record(Guid id, long sequence)
    {
        var data = JsonSerializer.SerializeToElement(new { date = Date, person = Person, kind = Kind, amount = Amount });
        return new FactRecorded(id, "test", sequence, Type, Region, Date, data);
    }
}
