using System.Collections.Immutable;
using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests.Assessments;

/// <summary>Judges are drawn without ties, evenly, and the same again; equals are told apart by a published rule.</summary>
public sealed class PanelTests
{
    private static readonly byte[] Seed = [1, 2, 3];

    private static readonly IReadOnlyList<PoolJudge> Pool =
        [.. Enumerable.Range(0, 6).Select(i => new PoolJudge($"judge-{i}", new HashSet<Tie> { new("college", $"1000{i}") }))];

    private static readonly IReadOnlyList<PoolProject> Projects =
        [.. Enumerable.Range(0, 40).Select(i => new PoolProject(Id(i + 1), new HashSet<Tie> { new("college", $"1000{i % 6}"), new("project", Id(i + 1).ToString()) }))];

    [Fact]
    public void NobodyJudgesAProjectItIsTiedTo()
    {
        var ties = Pool.ToDictionary(judge => judge.Account, judge => judge.Ties);
        foreach (var (project, judges) in PanelDraw.Draw(Seed, Projects, Pool, 3))
        {
            judges.Distinct().Count().ShouldBe(3);
            judges.ShouldAllBe(judge => !ties[judge].Overlaps(Projects.Single(known => known.ProjectId == project).Ties));
        }
    }

    [Fact]
    public void LoadsDifferByFewAndTheDrawIsTheSameInAnyOrder()
    {
        var drawn = PanelDraw.Draw(Seed, Projects, Pool, 3);
        var loads = drawn.Values.SelectMany(judges => judges).CountBy(judge => judge).Select(load => load.Value).ToList();
        (loads.Max() - loads.Min()).ShouldBeLessThanOrEqualTo(2);
        var again = PanelDraw.Draw(Seed, Projects.Reverse(), [.. Pool.Reverse()], 3);
        again.OrderBy(panel => panel.Key).SelectMany(panel => panel.Value).ShouldBe(drawn.OrderBy(panel => panel.Key).SelectMany(panel => panel.Value));
        PanelDraw.Draw([9], Projects, Pool, 3).SelectMany(panel => panel.Value).ShouldNotBe(drawn.SelectMany(panel => panel.Value));
    }

    [Fact]
    public void TooFewJudgesWithoutATieAreNamed() =>
        Should.Throw<RuleViolation>(() => PanelDraw.Draw(Seed, Projects, [.. Pool.Take(3)], 3)).Code.ShouldBe("panel.judges_missing");

    [Fact]
    public void EqualsAreToldApartByTheFirstCriterionThenByLot()
    {
        var file = Programme(1, 2, 3, 4);
        var ranking = Ranking.Of(Seed, file, new Dictionary<Guid, IReadOnlyList<Scoring>>
        {
            [Id(1)] = [Score(20, 30), Score(20, 30)],
            [Id(2)] = [Score(25, 25), Score(25, 25)],
            [Id(3)] = [Score(20, 30), Score(20, 30)],
            [Id(4)] = [Score(30, 30), Score(30, 25)],
        });
        ranking.Select(project => project.Score).ShouldBe([57.50m, 50m, 50m, 50m]);
        ranking.Take(2).Select(project => project.ProjectId).ShouldBe([Id(4), Id(2)]);
        Guid[] byLot = [.. new[] { Id(1), Id(3) }.OrderBy(id => PanelDraw.Rank(Seed, id, ""), StringComparer.Ordinal)];
        ranking.Skip(2).Select(project => project.ProjectId).ShouldBe(byLot);
        ranking.Select(project => project.Rank).ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(85, false)]
    [InlineData(86, true)]
    [InlineData(55, false)]
    [InlineData(54, true)]
    public void ATotalFarFromTheMedianIsAnOutlier(int total, bool isOutlier)
    {
        IReadOnlyList<Scoring> scores = [Score(70, 0), Score(70, 0) with { Judge = "b" }, Score(total, 0) with { Judge = "c" }];
        Ranking.Outliers(scores, 15).ShouldBe(isOutlier ? ["c"] : []);
    }

    private static ProgrammeFile Programme(params IEnumerable<int> projects) =>
        new(Call, Terms, projects.ToImmutableSortedDictionary(Id, number => new Entry(Id(number), "other", TenThousand)));

    private static Scoring Score(decimal innovation, decimal feasibility) =>
        new("a", new Dictionary<string, decimal> { ["innovation"] = innovation, ["feasibility"] = feasibility }, "x", Day);
}
