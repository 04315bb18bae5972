namespace YouthPlatform.Reporting.Indicators;

/// <summary>A key of a figure as a batch of facts finds and leaves it.</summary>
internal sealed class KeyRows(SeriesKey id)
{
    /// <summary>Which key.</summary>
    public SeriesKey Id => id;

    /// <summary>Its steps as they are stored.</summary>
    public List<KeyStep> Stored { get; } = [];

    /// <summary>Its steps as they are now.</summary>
    public IReadOnlyList<KeyStep> Steps { get; set; } = [];

    /// <summary>
    /// All its events; null where one step says everything that matters: the key counts once and for good, from its first event on.
    /// </summary>
    public List<KeyEvent>? Events { get; set; }
}

/// <summary>Ids that were linked some time, with all links between them.</summary>
/// <param name="Ids">The ids.</param>
/// <param name="Links">The links.</param>
internal sealed record LinkedIds(IReadOnlyList<string> Ids, List<KeyLink> Links);

/// <summary>Everything that a batch of facts can bear on.</summary>
internal sealed class KeyMemory
{
    private readonly Dictionary<string, HashSet<(string Indicator, string Scope)>> _series = new(StringComparer.Ordinal);

    /// <summary>The keys that are known.</summary>
    public Dictionary<SeriesKey, KeyRows> Keys { get; } = [];

    /// <summary>Of each id that was linked some time, the ids it belongs with.</summary>
    public Dictionary<string, LinkedIds> Linked { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows of a key, empty ones if nothing is stored.</summary>
    public KeyRows Get(SeriesKey id, bool needsAll)
    {
        if (!Keys.TryGetValue(id, out var rows))
        {
            rows = new KeyRows(id) { Events = needsAll ? [] : null };
            Keys.Add(id, rows);
        }

        if (Linked.ContainsKey(id.Key))
        {
            rows.Events ??= [];
            NoteSeries(id);
        }

        return rows;
    }

    /// <summary>The figures and regions in which any of some linked ids occurs.</summary>
    public IReadOnlyList<(string Indicator, string Scope)> SeriesOf(LinkedIds linked) =>
        [.. linked.Ids.SelectMany(id => _series.GetValueOrDefault(id, [])).Distinct()];

    private void NoteSeries(SeriesKey id)
    {
        if (!_series.TryGetValue(id.Key, out var series))
        {
            _series.Add(id.Key, series = []);
        }

        series.Add((id.Indicator, id.Scope));
    }
}
