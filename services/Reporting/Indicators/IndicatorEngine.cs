using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Says what a fact counts for: a pure function of the fact and the definitions.</summary>
internal sealed class IndicatorEngine
{
    private readonly FrozenDictionary<string, Indicator[]> _byType;
    private readonly ILookup<string?, Indicator> _byAmong;

    public IndicatorEngine(IReadOnlyList<Indicator> indicators)
    {
        IndicatorRules.Check(indicators, FactTypes.All);
        Indicators = indicators;
        _byType = indicators
            .SelectMany(indicator => indicator.EventTypes.Select(type => (type, indicator)))
            .GroupBy(pair => pair.type)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.indicator).ToArray());
        _byAmong = indicators.ToLookup(indicator => indicator.Among);
    }

    /// <summary>The definitions.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The indicators that count among the keys of another.</summary>
    public IEnumerable<Indicator> CountingAmong(Indicator indicator) => _byAmong[indicator.Id];

    /// <summary>Everything that a fact adds to.</summary>
    public IEnumerable<Contribution> Of(FactRecorded fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return RecordCorrection.Of(fact) is { } correction
            ? _byType.GetValueOrDefault(correction.EventType, []).SelectMany(indicator => Of(indicator, correction))
            : _byType.GetValueOrDefault(fact.Type, []).SelectMany(indicator => Of(indicator, fact));
    }

    /// <summary>
    /// A correction adds what the record adds now less what it added before, from the day of the correction on: what was reported until then stays
    /// what it was. A distinct count does not fall by it.
    /// </summary>
    private static IEnumerable<Contribution> Of(Indicator indicator, RecordCorrection correction)
    {
        if (indicator.Measure.Kind == FormMeasureKind.Distinct || !indicator.Covers(correction.On))
        {
            return [];
        }

        decimal Now(FactRecorded? state) => state is null ? 0 : Of(indicator, state).FirstOrDefault()?.Amount ?? 0;
        var change = Now(correction.After) - Now(correction.Before);
        var region = RegionCode.Parse(correction.Before.Region);
        return change == 0 ? [] : indicator.Levels.Select(level => ScopeOf(region, level)).OfType<RegionCode>()
            .Select(scope => new Contribution(indicator, scope.Value, correction.On, null, change));
    }

    private static IEnumerable<Contribution> Of(Indicator indicator, FactRecorded fact)
    {
        var date = DateOf(fact, indicator.DateField);
        var isDistinct = indicator.Measure.Kind == FormMeasureKind.Distinct;
        var key = isDistinct ? TextOf(fact, indicator.Measure.Field!) : null;
        var isMissing = isDistinct && key is null;
        if (isMissing || !indicator.Covers(date) || !Matches(fact, indicator.Filters))
        {
            return [];
        }

        var amount = indicator.Measure.Kind switch
        {
            FormMeasureKind.Count => 1,
            FormMeasureKind.Sum => NumberOf(fact, indicator.Measure.Field!),
            _ => 0,
        };
        var region = RegionCode.Parse(fact.Region);
        return indicator.Levels.Select(level => ScopeOf(region, level)).OfType<RegionCode>()
            .Select(scope => new Contribution(indicator, scope.Value, date, key, amount));
    }

    private static bool Matches(FactRecorded fact, IReadOnlyList<FormFilter> filters) =>
        filters.All(filter => filter.In.Contains(TextOf(fact, filter.Field)));

    /// <summary>The region of a level that answers for a region; null where the region stands above that level.</summary>
    private static RegionCode? ScopeOf(RegionCode region, RegionLevel level) => level switch
    {
        RegionLevel.Country => RegionCode.China,
        RegionLevel.Province => region.Province,
        RegionLevel.Prefecture => region.Prefecture,
        _ => region.Level == RegionLevel.County ? region : null,
    };

    private static DateOnly DateOf(FactRecorded fact, string field) =>
        DateOnly.ParseExact(TextOf(fact, field) ?? string.Empty, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Published decimals are strings so that readers lose no digits; whole numbers are numbers.</summary>
    private static decimal NumberOf(FactRecorded fact, string field) =>
        decimal.Parse(TextOf(fact, field) ?? string.Empty, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string? TextOf(FactRecorded fact, string field)
    {
        if (!fact.Data.TryGetProperty(field, out var value))
        {
            throw new InvalidOperationException($"Events of type {fact.Type} have no field {field}.");
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
    }
}
