using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>What a definition must fulfil before it is used.</summary>
internal static class IndicatorRules
{
    /// <summary>Checks definitions against the contracts that are recorded; a type that nobody publishes yet is accepted.</summary>
    /// <exception cref="DefinitionException">Names the definition and what is wrong with it.</exception>
    public static void Check(IReadOnlyList<Indicator> indicators, IReadOnlyList<FactType> types)
    {
        var typesByName = types.ToDictionary(type => type.Name);
        var byId = new Dictionary<string, Indicator>();
        foreach (var indicator in indicators)
        {
            Require(indicator, byId.TryAdd(indicator.Id, indicator), "its id occurs twice");
            Require(indicator, indicator.EventTypes.Count > 0, "it names no event type");
            Require(indicator, indicator.Levels.Count > 0, "it names no region level");
            var isCount = indicator.Measure.Kind == FormMeasureKind.Count;
            Require(indicator, isCount == indicator.Measure.Field is null, "a sum or distinct count needs a field, a count has none");
            Require(
                indicator,
                isCount ? indicator is { EndedBy: null, ReplacedBy: null } : indicator.EndedBy is null || indicator.ReplacedBy is null,
                "a count neither ends nor is replaced, and nothing does both");
            Require(
                indicator,
                indicator.Among is null || indicator is { EndedBy: null, ReplacedBy: null },
                "what counts among another ends with that other");
            Require(
                indicator,
                indicator.ReplacedBy is null || indicator.Measure.Kind == FormMeasureKind.Sum,
                "only a sum is replaced");
            CheckFields(indicator, typesByName);
        }

        foreach (var indicator in indicators.Where(indicator => indicator.Among is not null))
        {
            CheckAmong(indicator, byId.GetValueOrDefault(indicator.Among!));
        }
    }

    private static void CheckFields(Indicator indicator, Dictionary<string, FactType> types)
    {
        foreach (var filter in indicator.Filters)
        {
            Require(indicator, filter.In.Count > 0, $"the filter on {filter.Field} accepts nothing");
        }

        string?[] fields =
        [
            indicator.CollegeField, indicator.Measure.Field, indicator.EndedBy?.Amount, indicator.ReplacedBy?.Key, .. indicator.EndedBy?.Item ?? [],
            .. indicator.Filters.Select(filter => filter.Field),
        ];
        var events = indicator.EventTypes.Select(type => (type, indicator.DateField))
            .Concat(IndicatorEngine.LaterEventsOf(indicator).Select(later => (later.EventType, later.DateField)));
        foreach (var (name, dateField) in events)
        {
            if (types.TryGetValue(name, out var type))
            {
                var missing = fields.Append(dateField).OfType<string>().FirstOrDefault(field => !type.Fields.Contains(field));
                Require(indicator, missing is null, $"{type.Name} has no field {missing}");
            }
        }
    }

    private static void CheckAmong(Indicator indicator, Indicator? among)
    {
        Require(indicator, among is not null, $"there is no {indicator.Among} to count among");
        Require(
            indicator,
            indicator.Measure.Kind == FormMeasureKind.Distinct && among!.Measure.Kind == FormMeasureKind.Distinct && among.Among is null,
            "only a distinct count can count among a distinct count");
        Require(indicator, indicator.Levels.SequenceEqual(among!.Levels), $"it is kept at other region levels than {among.Id}");
    }

    private static void Require(Indicator indicator, bool holds, string problem)
    {
        if (!holds)
        {
            throw new DefinitionException(indicator.Id, problem);
        }
    }
}
