using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Targets;

/// <summary>The targets of the packs that can be measured. A new year's target in a pack is measured without further ado.</summary>
internal sealed class TargetBook
{
    private TargetBook(IReadOnlyList<MeasuredTarget> targets, SmallNumbers smallNumbers)
    {
        Targets = targets;
        SmallNumbers = smallNumbers;
    }

    /// <summary>All measured targets.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; }

    /// <summary>How shares of small numbers are compared.</summary>
    public SmallNumbers SmallNumbers { get; }

    /// <summary>The figures that measure them.</summary>
    public IEnumerable<Indicator> Indicators => Targets
        .SelectMany(target => target.Indicators).DistinctBy(indicator => indicator.Id);

    /// <summary>Joins the definitions with the packs' targets and thresholds.</summary>
    /// <exception cref="DefinitionException">A definition measures something that no pack asks for.</exception>
    /// <exception cref="PolicyParameterMissingException">A threshold or list is missing.</exception>
    public static TargetBook Create(TargetDefinitions definitions, PolicyData policy)
    {
        var counts = definitions.Counts.SelectMany(count => CountsOf(count, policy)).ToList();
        return new TargetBook(
            [
                .. counts,
                .. definitions.Shares.SelectMany(share => SharesOf(share, counts, policy)),
                .. definitions.Rates.SelectMany(rate => RatesOf(rate, policy)),
            ],
            definitions.SmallNumbers);
    }

    /// <summary>The targets of a year that concern a caller: those of a region in the caller's care, or of one above it.</summary>
    public IReadOnlyList<MeasuredTarget> ConcerningOf(Caller caller, int year)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return
        [
            .. Targets.Where(target => target.Year == year
                && (caller.Covers(target.Region.Code) || caller.Regions.Any(target.Region.Code.Covers))),
        ];
    }

    private static IEnumerable<MeasuredTarget> CountsOf(CountDefinition count, PolicyData policy) =>
        SetFor(count.Target, policy).Select(target => Measured(
            target, count.Name, count.Definition, policy, IndicatorOf($"target.{count.Target}.{target.Year}", count, target.Year), null));

    private static IEnumerable<MeasuredTarget> RatesOf(RateDefinition rate, PolicyData policy) =>
        SetFor(rate.Target, policy).Select(target =>
        {
            var whole = IndicatorOf($"target.{rate.Target}.{target.Year}.whole", rate.Whole, target.Year);
            var part = IndicatorOf($"target.{rate.Target}.{target.Year}", rate.Part, target.Year) with { Among = whole.Id };
            return Measured(target, rate.Name, rate.Definition, policy, part, whole);
        });

    private static List<Target> SetFor(string key, PolicyData policy)
    {
        var targets = policy.Book.Targets.Where(target => target.Indicator == key).ToList();
        return targets.Count > 0 ? targets : throw new DefinitionException(key, "no pack sets such a target");
    }

    private static MeasuredTarget Measured(
        Target target, string name, string definition, PolicyData policy, Indicator count, Indicator? whole) => new(
        target.Indicator,
        name,
        definition,
        target.Year,
        policy.Regions.Get(target.Version.Jurisdiction),
        target.Goal,
        target.Unit,
        target.Version,
        count,
        whole);

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

    private static Indicator IndicatorOf(string id, IMeasure measure, int year) => new(
        id,
        measure.EventTypes,
        measure.DateField,
        measure.Filters ?? [],
        measure.Measure,
        [RegionLevel.Province, RegionLevel.Prefecture, RegionLevel.County],
        new DateOnly(year, 1, 1),
        new DateOnly(year, 12, 31))
    {
        EndedBy = measure.EndedBy,
        ReplacedBy = measure.ReplacedBy,
    };
}
