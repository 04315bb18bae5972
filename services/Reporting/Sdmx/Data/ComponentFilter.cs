using System.Globalization;
using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>
/// A condition on a component, such as <c>c[TIME_PERIOD]=ge:2023-05+le:2023-08</c>: any of what is between commas, each of it with all that
/// plus joins.
/// </summary>
internal sealed class ComponentFilter
{
    private static readonly string[] Operators = ["eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew"];

    private readonly IReadOnlyList<IReadOnlyList<Func<Observation, bool>>> _anyOfAll;

    private readonly string _component;
    private readonly string _text;

    private ComponentFilter(string component, string text, IReadOnlyList<IReadOnlyList<Func<Observation, bool>>> anyOfAll)
    {
        _component = component;
        _text = text;
        _anyOfAll = anyOfAll;
    }

    /// <summary>Whether a value of a component is asked for by name.</summary>
    public bool Names(string component, string value) =>
        component == _component && _text.Split(',', '+').Any(one => one == value || one == $"eq:{value}");

    public bool Holds(Observation observation) => _anyOfAll.Any(all => all.All(condition => condition(observation)));

    /// <exception cref="FormatException">A value does not fit the component.</exception>
    /// <exception cref="SdmxException">There is no such component.</exception>
    public static ComponentFilter Parse(string component, string text)
    {
        if (component != Concepts.Value && !Concepts.Dimensions.Contains(component) && !Concepts.Attributes.Contains(component))
        {
            throw SdmxException.Semantic($"没有 {component} 这个维度、度量或属性。");
        }

        return new ComponentFilter(component, text, [.. text.Split(',').Select(all => all.Split('+').Select(one => Condition(component, one)).ToList())]);
    }

    private static Func<Observation, bool> Condition(string component, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var comparison = colon > 0 && Operators.Contains(text[..colon]) ? text[..colon] : "eq";
        var value = comparison == "eq" && !text.StartsWith("eq:", StringComparison.Ordinal) ? text : text[(colon + 1)..];
        switch (component)
        {
            case Concepts.Time when comparison is not ("co" or "nc" or "sw" or "ew"):
                var window = TimeFilter.Read(value);
                return observation => TimeFilter.Holds(comparison, observation.Window, window);
            case Concepts.Value:
                var number = decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture);
                return observation => Holds(comparison, observation.Value.CompareTo(number));
            default:
                return observation => Holds(comparison, observation[component], value);
        }
    }

    private static bool Holds(string comparison, string text, string value) => comparison switch
    {
        "co" => text.Contains(value, StringComparison.Ordinal),
        "nc" => !text.Contains(value, StringComparison.Ordinal),
        "sw" => text.StartsWith(value, StringComparison.Ordinal),
        "ew" => text.EndsWith(value, StringComparison.Ordinal),
        _ => Holds(comparison, string.CompareOrdinal(text, value)),
    };

    private static bool Holds(string comparison, int order) => comparison switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "lt" => order < 0,
        "le" => order <= 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        _ => throw new FormatException($"{comparison} does not compare numbers."),
    };
}
