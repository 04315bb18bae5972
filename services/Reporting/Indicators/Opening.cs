using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>What an event that counts adds to a figure.</summary>
internal static class Opening
{
    public static IEnumerable<Contribution> Of(Indicator indicator, FactRecorded fact)
    {
        var date = fact.DateOf(indicator.DateField);
        var matches = fact.Matches(indicator.Filters);
        if (!indicator.Covers(date) || (!matches && indicator.ReplacedBy is null))
        {
            return [];
        }

        var key = KeyOf(indicator, fact);
        var amount = matches ? AmountOf(indicator, fact) : 0;
        return key is null && indicator.Counting != Counting.Each
            ? []
            : UnitsOf(indicator, fact).Select(scope => new Contribution(indicator, scope, date, key, amount)
            {
                Item = ItemOf(indicator, fact),
                IsBase = indicator.ReplacedBy is not null,
            });
    }

    /// <summary>What an event is about: what counts once, an item, or a figure that is replaced; null where each counts for itself, or the field is empty.</summary>
    public static string? KeyOf(Indicator indicator, FactRecorded fact) => indicator.Counting switch
    {
        Counting.Distinct or Counting.Among => fact.TextOf(indicator.Measure.Field!),
        Counting.Net => NameOf(indicator.EndedBy!.Item, fact),
        Counting.Latest => fact.TextOf(indicator.ReplacedBy!.Key),
        _ => null,
    };

    /// <summary>What of the key the event is about.</summary>
    public static string ItemOf(Indicator indicator, FactRecorded fact) =>
        indicator is { EndedBy: { } ending, Measure.Kind: FormMeasureKind.Distinct } ? NameOf(ending.Item, fact) : string.Empty;

    /// <summary>What the event adds or takes.</summary>
    public static decimal AmountOf(Indicator indicator, FactRecorded fact) => indicator switch
    {
        { Measure: { Kind: FormMeasureKind.Sum, Field: { } field } } => fact.NumberOf(field),
        { EndedBy.Amount: { } field } => fact.NumberOf(field),
        _ => 1,
    };

    /// <summary>Whose figures it counts in: the college that the event names, or of each level the region that answers for the region of the event.</summary>
    public static IEnumerable<string> UnitsOf(Indicator indicator, FactRecorded fact)
    {
        if (indicator.CollegeField is { } field)
        {
            return fact.TextIfAny(field) is { } college && CollegeCode.IsValid(college) ? [college] : [];
        }

        var region = RegionCode.Parse(fact.Region);
        return indicator.Levels.Select(level => ScopeOf(region, level)).OfType<RegionCode>().Select(scope => scope.Value);
    }

    private static string NameOf(IReadOnlyList<string> fields, FactRecorded fact) => string.Join('|', fields.Select(fact.TextOf));

    /// <summary>The region of a level that answers for a region; null where the region stands above that level.</summary>
    private static RegionCode? ScopeOf(RegionCode region, RegionLevel level) => level switch
    {
        RegionLevel.Country => RegionCode.China,
        RegionLevel.Province => region.Province,
        RegionLevel.Prefecture => region.Prefecture,
        _ => region.Level == RegionLevel.County && !region.IsDirectlyAdministered ? region : null,
    };
}
