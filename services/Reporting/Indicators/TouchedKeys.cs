using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>A key of a figure in a region.</summary>
/// <param name="Indicator">Id of the figure.</param>
/// <param name="Scope">The region.</param>
/// <param name="Key">The key.</param>
internal readonly record struct SeriesKey(string Indicator, string Scope, string Key);

/// <summary>What some facts may bear on.</summary>
/// <param name="Keys">Keys, and whether all their events are needed to settle them.</param>
/// <param name="Ids">Ids among the keys that can turn out to be of one person.</param>
/// <param name="Links">Pairs of ids that the facts join or part.</param>
/// <param name="Contributions">What each fact adds to; the facts themselves are the keys, not what they say.</param>
internal sealed record TouchedKeys(
    Dictionary<SeriesKey, bool> Keys, HashSet<string> Ids, List<KeyLink> Links, Dictionary<object, IReadOnlyList<Contribution>> Contributions)
{
    public static TouchedKeys Of(IndicatorEngine engine, IEnumerable<FactRecorded> facts)
    {
        var touched = new TouchedKeys([], new HashSet<string>(StringComparer.Ordinal), [], new(ReferenceEqualityComparer.Instance));
        foreach (var fact in facts)
        {
            try
            {
                touched.Add(engine, fact);
            }
#pragma warning disable CA1031 // A fact that cannot be understood says so again when it is added, and fails alone.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }
        }

        return touched;
    }

    private void Add(IndicatorEngine engine, FactRecorded fact)
    {
        if (engine.LinkOf(fact, 0) is { } link)
        {
            Links.Add(link);
            Ids.UnionWith([link.Key, link.Other]);
        }

        var contributions = engine.Of(fact);
        Contributions[fact] = contributions;
        foreach (var contribution in contributions)
        {
            if (contribution.Key is not { } key)
            {
                continue;
            }

            var id = new SeriesKey(contribution.Indicator.Id, contribution.Scope, key);
            var needsAll = contribution.Indicator.Counting != Counting.Distinct || contribution.Amount <= 0;
            Keys[id] = needsAll || Keys.GetValueOrDefault(id);
            if (engine.HasIdentity(contribution.Indicator.Id))
            {
                Ids.Add(key);
            }
        }
    }
}
