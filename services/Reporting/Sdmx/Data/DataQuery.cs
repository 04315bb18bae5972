using YouthPlatform.Reporting.Sdmx.Structures;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>A question for data.</summary>
/// <param name="Keys">Wanted keys, each a value or null for each dimension but the time; none for all.</param>
/// <param name="Filters">Conditions, all of which hold.</param>
/// <param name="DimensionAtObservation">The dimension at the level of observations, or <see cref="AllDimensions"/>.</param>
/// <param name="Attributes">Attributes in the answer.</param>
/// <param name="HasMeasure">Whether the figures are in the answer.</param>
/// <param name="Sort">Components by which figures are sorted, and whether from the last to the first.</param>
internal sealed record DataQuery(
    IReadOnlyList<string?[]> Keys,
    IReadOnlyList<ComponentFilter> Filters,
    string DimensionAtObservation,
    IReadOnlyList<string> Attributes,
    bool HasMeasure,
    IReadOnlyList<(string Component, bool Descending)> Sort)
{
    public const string AllDimensions = "AllDimensions";

    private const string Any = "*";

    /// <summary>Only what went out later.</summary>
    public DateTimeOffset? UpdatedAfter { get; private init; }

    /// <summary>As the data were then.</summary>
    public DateTimeOffset? AsOf { get; private init; }

    /// <summary>All that ever went out, and not the newest only.</summary>
    public bool IncludeHistory { get; private init; }

    /// <summary>At most so many of each series, from its beginning.</summary>
    public int? FirstObservations { get; private init; }

    /// <summary>At most so many of each series, from its end.</summary>
    public int? LastObservations { get; private init; }

    /// <summary>So many figures are left out first.</summary>
    public int Offset { get; private init; }

    /// <summary>At most so many figures.</summary>
    public int? Limit { get; private init; }

    /// <summary>Whether figures that have not gone out are asked for; they have no past.</summary>
    public bool AsksForCompiled =>
        AsOf is null && UpdatedAfter is null && !IncludeHistory && Filters.Any(filter => filter.Names(Concepts.FormState, ReleaseStates.Compiling.Code));

    /// <exception cref="SdmxException">The question is not one.</exception>
    public static DataQuery Parse(string key, RawQuery query) => SdmxException.Reading(() => Read(key, query));

    private static DataQuery Read(string key, RawQuery query)
    {
        query.Allow(
            "c", "updatedAfter", "firstNObservations", "lastNObservations", "dimensionAtObservation", "attributes", "measures", "includeHistory",
            "offset", "limit", "sort", "asOf", "reportingYearStartDay");
        var parsed = new DataQuery(
            KeysOf(key),
            FiltersOf(query),
            LevelOf(query["dimensionAtObservation"]),
            AttributesOf(query["attributes"]),
            MeasureOf(query["measures"]),
            SortOf(query["sort"]))
        {
            UpdatedAfter = query.Instant("updatedAfter"),
            AsOf = query.Instant("asOf"),
            IncludeHistory = query.Flag("includeHistory"),
            FirstObservations = query.Number("firstNObservations"),
            LastObservations = query.Number("lastNObservations"),
            Offset = query.Number("offset", least: 0) ?? 0,
            Limit = query.Number("limit"),
        };
        if (query["reportingYearStartDay"] is { } start && start != "--01-01")
        {
            throw SdmxException.NotImplemented("统计年度从 1 月 1 日开始。");
        }

        return parsed.UpdatedAfter > parsed.AsOf ? throw SdmxException.Semantic("updatedAfter 不能晚于 asOf。") : parsed;
    }

    private static List<ComponentFilter> FiltersOf(RawQuery query) =>
    [
        .. query.Names
            .Where(name => name.StartsWith("c[", StringComparison.Ordinal))
            .Select(name => ComponentFilter.Parse(name[2..^1], query[name]!)),
    ];

    private static List<string?[]> KeysOf(string text)
    {
        var dimensions = Concepts.Dimensions.Count - 1;
        var keys = text.Split(',').Select(key => key.Split('.').Select(value => value is Any or "" ? null : value).ToArray()).ToList();
        return keys.Any(key => key.Length > dimensions)
            ? throw SdmxException.Semantic($"key 最多有 {dimensions} 段：{string.Join('.', Concepts.Dimensions.SkipLast(1))}。")
            : keys;
    }

    private static string LevelOf(string? text) => text switch
    {
        null => Concepts.Time,
        AllDimensions => AllDimensions,
        _ when Concepts.Dimensions.Contains(text) => text,
        _ => throw SdmxException.Semantic($"没有维度 {text}。"),
    };

    private static List<string> AttributesOf(string? text)
    {
        var asked = (text ?? "dsd").Split(',');
        var wrong = asked.FirstOrDefault(one =>
            one is not ("dsd" or "msd" or "dataset" or "series" or "obs" or "all" or "none") && !Concepts.Attributes.Contains(one));
        return wrong is not null
            ? throw SdmxException.Semantic($"没有属性 {wrong}。")
            : [.. Concepts.Attributes.Where(attribute => asked.Any(one =>
                one == attribute || one is "dsd" or "all" || one == (attribute == Concepts.Unit ? "series" : "obs")))];
    }

    private static bool MeasureOf(string? text) => (text ?? "all") switch
    {
        "all" or Concepts.Value => true,
        "none" => false,
        var other => throw SdmxException.Semantic($"没有度量 {other}。"),
    };

    private static List<(string, bool)> SortOf(string? text)
    {
        var sorts = (text ?? "*").Split('+').Select(part => part.Split(':')).ToList();
        return sorts.Exists(part => part.Length > 2 || (part.Length == 2 && part[1] is not ("asc" or "desc")))
            ? throw SdmxException.Syntax("sort 的写法如 REF_AREA+TIME_PERIOD:desc。")
            : [.. sorts.SelectMany(part => Components(part[0]).Select(component => (component, part is [_, "desc"])))];
    }

    private static IEnumerable<string> Components(string sort) => sort switch
    {
        Any => Concepts.Dimensions,
        "series_key" => Concepts.Dimensions.SkipLast(1),
        _ when sort == Concepts.Value || Concepts.Dimensions.Contains(sort) || Concepts.Attributes.Contains(sort) => [sort],
        _ => throw SdmxException.Semantic($"不能按 {sort} 排序。"),
    };
}
