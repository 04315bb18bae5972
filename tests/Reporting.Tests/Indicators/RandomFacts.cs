using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>
/// Few people, places, items and days, so that keys meet, come early, late and in two places, are clawed back, corrected, merged and parted.
/// </summary>
internal static class RandomFacts
{
    public const string Helped = "test.helped.v1";

    public const string Registered = "test.registered.v1";

    public const string Employed = "test.employed.v1";

    public const string Paid = "test.paid.v1";

    public const string TakenBack = "test.taken_back.v1";

    public const string Published = "test.published.v1";

    public const string Changed = "test.changed.v1";

    public const string Merged = "test.merged.v1";

    public const string Unmerged = "test.unmerged.v1";

    public static readonly string Corrected = FactTypes.Of<ServiceRecordCorrected>().Name;

    public static readonly string Withdrawn = FactTypes.Of<ServiceRecordWithdrawn>().Name;

    private static readonly DateOnly Start = new(2023, 5, 10);

    private static readonly RegionLevel[] Levels = [RegionLevel.Prefecture, RegionLevel.Province];

    private static readonly FormEnding TakenBackEnds = new(["item"], [new FormLaterEvent(TakenBack, "date", "clawed_back", "补贴已追回")], "amount");

    public static IReadOnlyList<string> Scopes { get; } = ["430100", "430200", "430000"];

    public static IReadOnlyList<Indicator> Indicators { get; } =
    [
        Define("count", [Helped], new FormMeasure(FormMeasureKind.Count)),
        Define("sum", [Helped, Employed], new FormMeasure(FormMeasureKind.Sum, "amount")) with { Filters = [new FormFilter("kind", ["a", "b"])] },
        Define("people", [Helped], new FormMeasure(FormMeasureKind.Distinct, "person")),
        Define("closing", [Helped], new FormMeasure(FormMeasureKind.Distinct, "person")) with { To = Start.AddDays(14) },
        Define("registered", [Registered], new FormMeasure(FormMeasureKind.Distinct, "person")),
        Define("employed", [Employed], new FormMeasure(FormMeasureKind.Distinct, "person")) with { Among = "registered" },
        Define("paid", [Paid], new FormMeasure(FormMeasureKind.Distinct, "person")) with { EndedBy = TakenBackEnds },
        Define("yuan", [Paid], new FormMeasure(FormMeasureKind.Sum, "amount")) with { EndedBy = TakenBackEnds },
        Define("granted", [Helped], new FormMeasure(FormMeasureKind.Sum, "amount")) with { EndedBy = TakenBackEnds with { Item = ["person"] } },
        Define("openings", [Published], new FormMeasure(FormMeasureKind.Sum, "amount")) with
        {
            Filters = [new FormFilter("kind", ["a", "b"])],
            ReplacedBy = new FormReplacement("item", [new FormLaterEvent(Changed, "date", "changed", "岗位已变更")]),
        },
    ];

    public static Identities Identities { get; } = new(
        [new Identity(["person"], new(Merged, "person", "item", "date", "merged", "合并"), new(Unmerged, "person", "item", "date", "unmerged", "恢复"))]);

    public static Arbitrary<Shuffled[]> Arbitrary { get; } = Arb.From(Gen.ArrayOf(
        from type in Gen.Elements(Helped, Helped, Registered, Employed, Paid, Paid, TakenBack, Published, Changed, Corrected, Withdrawn)
        from region in Gen.Elements("430102", "430104", "430202", "430000")
        from day in Gen.Choose(0, 25)
        from later in Gen.Choose(0, 8)
        from person in Gen.Elements<string?>("p1", "p2", "p3", "p4", null)
        from other in Gen.Elements("p1", "p2", "p3", "p4")
        from kind in Gen.Elements("a", "b", "c")
        from item in Gen.Elements("i1", "i2", "i3")
        from amount in Gen.Choose(0, 3)
        from link in Gen.Choose(0, 19)
        select (link, person) switch
        {
            ( < 2, { } key) when key != other => Fact(Merged, region, day, key, kind, amount, other),
            (2, { } key) when key != other => Fact(Unmerged, region, day, key, kind, amount, other),
            _ => Fact(type, region, day, person, kind, amount, item) with { Before = Start.AddDays(Math.Max(0, day - later)), Other = other },
        }));

    private static Shuffled Fact(string type, string region, int day, string? person, string kind, int amount, string item) =>
        new(type, region, Start.AddDays(day), person, kind, amount, item);

    private static Indicator Define(string id, string[] types, FormMeasure measure) =>
        new(id, types, "date", [], measure, Levels, Start.AddDays(3), null);
}

/// <summary>A fact in the order of its arrival, which is not that of its date.</summary>
public sealed record Shuffled(
    string Type, string Region, DateOnly Date, string? Person, string Kind, decimal Amount, string Item = "i1")
{
    /// <summary>Of a correction, the day of the record.</summary>
    public DateOnly Before { get; init; }

    /// <summary>Of a correction, whom the record names now.</summary>
    public string? Other { get; init; }

    internal FactRecorded Record(Guid id, long sequence) => new(id, "test", sequence, Type, Region, Date, Content(id));

    private JsonElement Content(Guid id)
    {
        var before = Members(Person, Before);
        return Type switch
        {
            _ when Type == RandomFacts.Corrected => Json(new ServiceRecordCorrected(
                id, "test", RandomFacts.Helped, Region, before, Members(Other, Before.AddDays(3)), Date)),
            _ when Type == RandomFacts.Withdrawn => Json(new ServiceRecordWithdrawn(id, "test", RandomFacts.Helped, Region, before, Date)),
            _ => JsonSerializer.SerializeToElement(new { date = Date, person = Person, kind = Kind, amount = Amount, item = Item }),
        };
    }

    private static JsonElement Json<T>(T contract) => JsonSerializer.SerializeToElement(contract, PublicEventTypes.Json);

    private Dictionary<string, string> Members(string? person, DateOnly date) => new()
    {
        ["date"] = $"{date:yyyy-MM-dd}",
        ["person"] = person ?? "nobody",
        ["kind"] = Kind,
        ["amount"] = Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["item"] = Item,
    };
}
