using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests.Selection;

/// <summary>Why projects are in or out.</summary>
public sealed class SelectorTests
{
    private static readonly Dictionary<Guid, string> Nobody = [];

    // Budget for two awards of 10,000; ranked by score.
    private static readonly ProgrammeTerms Tight = Terms with { Budget = Money.Of(20_000) };

    private static readonly IReadOnlyList<RankedProject> Field =
    [
        Project(1, "other", 95), Project(2, "other", 90), Project(3, "hard_tech", 85), Project(4, "hard_tech", 59.99m), Project(5, "rural_revitalisation", 80),
    ];

    [Fact]
    public void TheShareBringsAPriorityProjectInBeforeABetterOne()
    {
        var result = Selector.Select(Field, Tight, [], Nobody);
        In(result).ShouldBe([Id(1), Id(3)]);
        result.Score.ShouldBe(180m);
        result.Cost.ShouldBe(Money.Of(20_000));
        var second = Line(result, 2);
        second.Why.ShouldBe("constrained");
        second.Blocks.ShouldBe(["budget", "sector_share"]);

        // In the place of the other project that does not count, it loses five points; in that of the priority project it would break the share.
        (second.Rival, second.Loss).ShouldBe((Id(1), 5m));
        Line(result, 4).Why.ShouldBe("below_pass_mark");
        (Line(result, 5).Rival, Line(result, 5).Loss).ShouldBe((Id(3), 5m));
        result.Constraints.Single(use => use.Name == "budget").Binds.ShouldBeTrue();
        result.Constraints.Single(use => use.Name == "quota").Binds.ShouldBeFalse();
        result.Constraints.Single(use => use.Name == "sector_share").Used.ShouldBe("1/2");
    }

    [Fact]
    public void AdjustmentsChangeTheRestForTheBest()
    {
        var result = Selector.Select(Field, Tight, [new(Id(2), IsSelected: true, "获国家级奖项")], Nobody);
        In(result).ShouldBe([Id(2), Id(3)]);
        Line(result, 2).Why.ShouldBe("adjusted");
        In(Selector.Select(Field, Tight, [new(Id(3), IsSelected: false, "项目已终止")], Nobody)).ShouldBe([Id(1), Id(5)]);
    }

    [Fact]
    public void AdjustmentsNeverBreakAHardConstraint()
    {
        Adjustment[] twoOthers = [new(Id(1), true, "x"), new(Id(2), true, "x")];
        Should.Throw<RuleViolation>(() => Selector.Select(Field, Tight, twoOthers, Nobody)).Code.ShouldBe("selection.infeasible");
        Should.Throw<RuleViolation>(() => Selector.Select(Field, Tight, [new(Id(4), true, "x")], Nobody)).Code.ShouldBe("selection.adjustment_forbidden");
        Should.Throw<RuleViolation>(() => Selector.Select(Field, Tight, [new(Id(1), true, " ")], Nobody)).Code.ShouldBe("reason.missing");
        Should.Throw<RuleViolation>(() => Selector.Select(Field, Tight, [new(Id(77), true, "x")], Nobody)).Code.ShouldBe("selection.project_unknown");
        Should.Throw<RuleViolation>(() => Selector.Select(Field, Tight, [new(Id(1), true, "x"), new(Id(1), false, "x")], Nobody))
            .Code.ShouldBe("selection.adjusted_twice");
    }

    [Fact]
    public void WhoIsSupportedAlreadyIsOut()
    {
        var result = Selector.Select(Field, Tight, [], new Dictionary<Guid, string> { [Id(3)] = "already_supported" });
        In(result).ShouldBe([Id(1), Id(5)]);
        Line(result, 3).Why.ShouldBe("already_supported");
    }

    [Fact]
    public void WithoutAPriorityProjectThereIsNoSelection() =>
        Should.Throw<RuleViolation>(() => Selector.Select([Field[0], Field[1] with { Rank = 2 }], Tight, [], Nobody)).Code.ShouldBe("selection.infeasible");

    private static IEnumerable<Guid> In(SelectionResult result) => result.Lines.Where(line => line.IsSelected).Select(line => line.ProjectId);

    private static SelectionLine Line(SelectionResult result, int number) => result.Lines.Single(line => line.ProjectId == Id(number));

    private static RankedProject Project(int number, string sector, decimal score) =>
        new(Id(number), number, sector, Terms.Counts(sector), TenThousand, score, []);
}
