using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Cells;

/// <summary>Says in Chinese how a figure is counted. The words of fields, values and events are data.</summary>
/// <param name="Fields">What fields are called.</param>
/// <param name="Values">What values of fields are called, by field.</param>
/// <param name="Events">What events are called, by CloudEvents type.</param>
internal sealed record Wording(
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values,
    IReadOnlyDictionary<string, string> Events)
{
    /// <summary>Checks that there is a word for everything that figures are defined by.</summary>
    /// <exception cref="DefinitionException">Names the figure and what there is no word for.</exception>
    public Wording Checked(IEnumerable<Indicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            var fields = indicator.Filters.Select(filter => filter.Field).Append(indicator.Measure.Field).OfType<string>();
            var events = indicator.EventTypes.Concat(IndicatorEngine.LaterEventsOf(indicator).Select(later => later.EventType));
            var missing = fields.FirstOrDefault(field => !Fields.ContainsKey(field))
                ?? events.FirstOrDefault(type => !Events.ContainsKey(type))
                ?? indicator.Filters.SelectMany(filter => filter.In.Where(value => !HasWord(filter.Field, value))).FirstOrDefault();
            _ = missing is null ? indicator : throw new DefinitionException(indicator.Id, $"there is no word for {missing}");
        }

        return this;
    }

    /// <summary>What an event is called; its type where nothing is defined by it.</summary>
    public string NameOf(string eventType) => Events.GetValueOrDefault(eventType, eventType);

    /// <summary>How a column is counted.</summary>
    public CountingRule RuleOf(FormDefinition form, FormColumn column)
    {
        var indicator = FormFigures(form, column);
        return new CountingRule(
            MeasureOf(indicator),
            indicator.EventTypes,
            indicator.DateField,
            [.. indicator.Filters.Select(filter => $"{Fields[filter.Field]}为：{string.Join("、", filter.In.Select(value => WordOf(filter.Field, value)))}")],
            [.. IndicatorEngine.LaterEventsOf(indicator).Select(later => $"{later.Reason}（{Events[later.EventType]}）之日起变更")],
            column.Among is { } among ? $"仅计第 {among} 栏人员，且不早于其计入第 {among} 栏之日" : null);
    }

    private static Indicator FormFigures(FormDefinition form, FormColumn column) => Forms.FormFigures.IndicatorOf(form, column);

    private string MeasureOf(Indicator indicator)
    {
        var events = string.Join("、", indicator.EventTypes.Select(type => Events[type]));
        return indicator.Measure.Kind switch
        {
            FormMeasureKind.Count => $"{events}的次数",
            FormMeasureKind.Sum => $"{events}的{Fields[indicator.Measure.Field!]}合计",
            _ => $"{events}涉及的{Fields[indicator.Measure.Field!]}，同一{Fields[indicator.Measure.Field!]}只计一次",
        };
    }

    private bool HasWord(string field, string value) => value is "true" or "false" || Values.GetValueOrDefault(field)?.ContainsKey(value) == true;

    private string WordOf(string field, string value) => value switch
    {
        "true" => "是",
        "false" => "否",
        _ => Values[field][value],
    };
}
