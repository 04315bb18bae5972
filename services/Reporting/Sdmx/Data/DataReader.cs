using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Answers questions for data with what went out of the forms of the caller's regions, and, where it is asked for, with what is still compiled.</summary>
internal sealed class DataReader(ReleaseReader releases, CompiledReader compiled)
{
    /// <summary>The figures of a dataflow.</summary>
    public async Task<FormData> ReadAsync(FormStructure structure, DataQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var regions = structure.Units.Select(unit => unit.Code).Where(caller.Covers).Select(code => code.Value).ToList();
        var all = await releases.ReadAsync(structure.Form.Id, regions, query.AsOf, cancellationToken);
        if (query.AsksForCompiled)
        {
            all = [.. all, .. await compiled.ReadAsync(structure.Form, regions, all, cancellationToken)];
        }

        var sets = query.IncludeHistory ? History(structure, all, query)
            : query.UpdatedAfter is { } since ? Changes(structure, all, since)
            : [new DataSet(DataAction.Information, Current(structure, all))];
        var selected = sets.Select(set => set with { Observations = Select(set.Observations, query) });
        return new FormData(structure, [.. selected.Where(set => set.Observations.Count > 0)]);
    }

    private static List<Observation> Current(FormStructure structure, IEnumerable<Release> releases) =>
        [.. releases.GroupBy(release => (release.Region, release.Month)).SelectMany(of => Observation.Of(structure, of.Last()))];

    /// <summary>What is new or another since an instant, and what is gone.</summary>
    private static IEnumerable<DataSet> Changes(FormStructure structure, IReadOnlyList<Release> all, DateTimeOffset since)
    {
        var now = Current(structure, all);
        var known = now.Select(observation => observation.Key).ToHashSet();
        var before = Current(structure, all.Where(release => release.ReleasedAt <= since));
        yield return new DataSet(DataAction.Replace, [.. now.Where(observation => observation.Release.ReleasedAt > since)]);
        yield return new DataSet(DataAction.Delete, [.. before.Where(observation => !known.Contains(observation.Key))]);
    }

    /// <summary>What went out at each instant, and what was taken back by it.</summary>
    private static IEnumerable<DataSet> History(FormStructure structure, IReadOnlyList<Release> all, DataQuery query)
    {
        var before = new Dictionary<(string, Policy.YearMonth), Release>();
        foreach (var instant in all.GroupBy(release => release.ReleasedAt))
        {
            var standing = instant.GroupBy(release => (release.Region, release.Month)).Select(of => of.Last()).ToList();
            var gone = standing
                .Where(release => before.ContainsKey((release.Region, release.Month)))
                .SelectMany(release => Observation.Of(structure, before[(release.Region, release.Month)])
                    .Where(old => !release.Figures.ContainsKey(old.Column.Number)))
                .ToList();
            foreach (var release in standing)
            {
                before[(release.Region, release.Month)] = release;
            }

            if (query.UpdatedAfter is null || instant.Key > query.UpdatedAfter)
            {
                var current = standing.SelectMany(release => Observation.Of(structure, release));
                yield return new DataSet(DataAction.Replace, [.. current]) { ValidFrom = instant.Key };
                yield return new DataSet(DataAction.Delete, gone) { ValidTo = instant.Key };
            }
        }
    }

    private static List<Observation> Select(IEnumerable<Observation> observations, DataQuery query)
    {
        var fitting = observations.Where(observation =>
            query.Keys.Any(key => Fits(key, observation)) && query.Filters.All(filter => filter.Holds(observation)));
        var limited = query.FirstObservations is null && query.LastObservations is null
            ? fitting
            : fitting
                .GroupBy(observation => observation.SeriesKey)
                .SelectMany(series => Ends([.. series.OrderBy(one => one.Period, StringComparer.Ordinal)], query));
        var sorted = query.Sort.Aggregate(
            limited.OrderBy(_ => 0),
            (sorted, by) => by.Descending
                ? sorted.ThenByDescending(one => Sortable(one, by.Component), Comparer<object>.Default)
                : sorted.ThenBy(one => Sortable(one, by.Component), Comparer<object>.Default));
        return [.. sorted.Skip(query.Offset).Take(query.Limit ?? int.MaxValue)];
    }

    private static bool Fits(string?[] key, Observation observation) =>
        key.Zip(Concepts.Dimensions).All(pair => pair.First is null || pair.First == observation[pair.Second]);

    private static IEnumerable<Observation> Ends(List<Observation> series, DataQuery query)
    {
        var first = query.FirstObservations ?? 0;
        var last = series.Count - (query.LastObservations ?? 0);
        return series.Where((_, index) => index < first || index >= last);
    }

    private static IComparable Sortable(Observation observation, string component) =>
        component == Concepts.Value ? observation.Value : new Ordinal(observation[component]);

    /// <summary>A text that is compared by its characters.</summary>
    private sealed record Ordinal(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, (obj as Ordinal)?.Text);
    }
}
