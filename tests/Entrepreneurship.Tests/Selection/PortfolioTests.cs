using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Tests.Selection;

/// <summary>The solver against trying out every subset.</summary>
public sealed class PortfolioTests
{
    private static readonly Gen<(Candidate[] Field, PortfolioLimits Limits, int Forced)> Cases =
        from count in Gen.Choose(0, 11)
        from costs in Gen.ArrayOf(Gen.Choose(1, 6), count)
        from scores in Gen.ArrayOf(Gen.Choose(0, 8), count)
        from counting in Gen.ArrayOf(Gen.Elements(true, false), count)
        from budget in Gen.Choose(0, 24)
        from quota in Gen.Choose(0, 8)
        from share in Gen.Elements(0m, 0.25m, 0.50m, 0.75m, 1m)
        from strictly in Gen.Elements(true, false)
        from forced in Gen.Choose(0, Math.Min(2, count))
        select (
            Enumerable.Range(0, count).Select(i => new Candidate(i, counting[i], costs[i], scores[i])).ToArray(),
            new PortfolioLimits(budget, quota, new Threshold(strictly ? Comparison.MoreThan : Comparison.AtLeast, share)),
            forced);

    [Fact]
    public void TheBestPortfolioIsTheBestOfAllSubsets() => Prop.ForAll(Cases.ToArbitrary(), drawn =>
    {
        var (field, limits, forcedCount) = drawn;
        var forced = field.Take(forcedCount).ToList();
        var best = Portfolio.Best(field.Skip(forcedCount), forced, limits);
        var brute = Subsets(field, forced).Where(subset => Holds(subset, limits)).Select(subset => (int?)subset.Sum(item => item.Score)).Max();
        (best?.Sum(item => item.Score)).ShouldBe(brute);
        if (best is not null)
        {
            Holds(best, limits).ShouldBeTrue();
            best.Distinct().Count().ShouldBe(best.Count);
            forced.ShouldBeSubsetOf(best);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void TheOrderOfTheFieldDoesNotMatter() => Prop.ForAll(Cases.ToArbitrary(), drawn =>
    {
        var straight = Portfolio.Best(drawn.Field, [], drawn.Limits);
        var reversed = Portfolio.Best(drawn.Field.Reverse(), [], drawn.Limits);
        reversed?.Select(item => item.Index).ShouldBe(straight?.Select(item => item.Index));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void AmongProjectsOfOneCostTheBestRankedAreTaken()
    {
        var field = Enumerable.Range(0, 50).Select(i => new Candidate(i, i % 2 == 0, 10, 9_000 - (i / 2))).ToList();
        var best = Portfolio.Best(field, [], new(200, 100, new Threshold(Comparison.AtLeast, 0.50m)));
        best.ShouldNotBeNull().Select(item => item.Index).ShouldBe(Enumerable.Range(0, 20));
    }

    private static bool Holds(IReadOnlyCollection<Candidate> subset, PortfolioLimits limits)
    {
        var counting = subset.Count(item => item.Counts);
        return subset.Sum(item => item.Cost) <= limits.Budget && subset.Count <= limits.Quota && limits.Allow(counting, subset.Count - counting);
    }

    private static IEnumerable<List<Candidate>> Subsets(Candidate[] field, List<Candidate> forced) =>
        from mask in Enumerable.Range(0, 1 << field.Length)
        let subset = field.Where((_, index) => (mask & (1 << index)) != 0).ToList()
        where forced.TrueForAll(subset.Contains)
        select subset;
}
