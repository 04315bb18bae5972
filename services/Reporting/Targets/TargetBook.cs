using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Targets;

/// <summary>The targets of the packs that can be measured. A new year's target in a pack is measured without further ado.</summary>
internal sealed class TargetBook
{
    private TargetBook(IReadOnlyList<MeasuredTarget> targets) => Targets = targets;

    /// <summary>All measured targets.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; }

    /// <summary>The figures that measure them.</summary>
    public IEnumerable<Indicator> Indicators => Targets
        .SelectMany(target => (Indicator?[])[target.Count, target.Whole]).OfType<Indicator>().DistinctBy(indicator => indicator.Id);

    /// <summary>Joins the definitions with the packs' targets and thresholds.</summary>
    /// <exception cref="DefinitionException">A definition measures something that no pack asks for.</exception>
    /// <exception cref="PolicyParameterMissingException">A threshold or list is missing.</exception>
    public static TargetBook Create(TargetDefinitions definitions, PolicyData policy)
    {
        var counts = definitions.Counts.SelectMany(count => CountsOf(count, policy)).ToList();
        return new TargetBook([.. counts, .. definitions.Shares.SelectMany(share => SharesOf(share, counts, policy))]);
    }

    private static IEnumerable<MeasuredTarget> CountsOf(CountDefinition count, PolicyData policy)
    {
        var targets = policy.Book.Targets.Where(target => target.Indicator == count.Target).ToList();
        if (targets.Count == 0)
        {
            throw new DefinitionException(count.Target, "no pack sets such a target");
        }

        return targets.Select(target => new MeasuredTarget(
            count.Target,
            count.Name,
            count.Definition,
            target.Year,
            policy.Regions.Get(target.Version.Jurisdiction),
            target.Goal,
            target.Unit,
            target.Version,
            IndicatorOf(count, target.Year),
            null));
    }

    private static IEnumerable<MeasuredTarget> SharesOf(ShareDefinition share, List<MeasuredTarget> counts, PolicyData policy)
    {
        var wholes = counts.Where(count => count.Key == share.Of).ToList();
        if (wholes.Count == 0)
        {
            throw new DefinitionException(share.Threshold, $"there is no target {share.Of} to be a part of");
        }

        foreach (var whole in wholes)
        {
            var threshold = policy.Book.Threshold(share.Threshold, whole.Region.Code, whole.EndsOn);
            var categories = policy.Book.List(share.List, whole.Region.Code, whole.EndsOn).Value.Items;
            var filter = new FormFilter(share.Field, [.. categories.Where(item => item.Has(share.Flag)).Select(item => item.Code)]);
            yield return whole with
            {
                Key = share.Threshold,
                Name = share.Name,
                Definition = share.Definition,
                Goal = threshold.Value,
                Unit = threshold.Unit ?? "ratio",
                Version = threshold.Version,
                Count = whole.Count with
                {
                    Id = $"target.{share.Threshold}.{whole.Year}.{whole.Region.Code}",
                    Filters = [.. whole.Count.Filters, filter],
                },
                Whole = whole.Count,
            };
        }
    }

    private static Indicator IndicatorOf(CountDefinition count, int year) => new(
        $"target.{count.Target}.{year}",
        count.EventTypes,
        count.DateField,
        count.Filters ?? [],
        count.Measure,
        [RegionLevel.Province, RegionLevel.Prefecture],
        new DateOnly(year, 1, 1),
        new DateOnly(year, 12, 31));
}
