using System.Collections.Immutable;
using YouthPlatform.GraduateTracking.Pairings;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Pairings.Cadre,
    YouthPlatform.GraduateTracking.Pairings.CadreState,
    YouthPlatform.GraduateTracking.Pairings.CadreCommand,
    YouthPlatform.GraduateTracking.Pairings.CadreEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Pairings;

/// <summary>One cadre with 3 to 5 students, at least 2 fitting recommendations each, until the student has found work (G3 §三(三)1, 附件2).</summary>
public sealed class CadreTests
{
    private static readonly Guid CadreId = Guid.Parse("0189d3f0-0000-7000-8000-0000000000c1");
    private static readonly Guid Colleague = Guid.Parse("0189d3f0-0000-7000-8000-0000000000c2");
    private static readonly CadreFile File = new(CadreId, "cadre-1", "golden_bridge", "示例职业学院", "430100");
    private static readonly CadreRegistered Registered = new(File, "committee-1", Day);
    private static readonly Rule<NumberRange> Limit = new(new(3, 5), Rule, "students");
    private static readonly EligibilityResult Eligible = new(true, "class_of_2023", [], Rule);
    private static readonly PairStudent Pair = new(OtherId, PersonId, "430104", true, Eligible, Limit, "committee-1", Day);
    private static readonly StudentPaired Paired = new(CadreId, "golden_bridge", OtherId, PersonId, "430104", true, [], Rule, "committee-1", Day);
    private static readonly CategoryList Reasons = new([new("major", "专业对口"), new("region", "地区符合意愿")]);
    private static readonly FittingJob Job = new("机电技术员", "示例公司", "430102", ["major"]);
    private static readonly RecommendJob Recommend = new(PersonId, UnitId, Job, Reasons, Day, "cadre-1", Day);
    private static readonly FittingJobRecommended Recommended = new(CadreId, OtherId, PersonId, "430104", UnitId, Job, "cadre-1", Day);
    private static readonly CategoryList Ends = new([new("employed", "已就业", ["employed"]), new("declined", "本人不愿继续")]);
    private static readonly EndPairing End = new(PersonId, "employed", Ends, Day, "cadre-1", Day);
    private static readonly PairingEnded Ended = new(CadreId, "golden_bridge", OtherId, PersonId, "430104", "employed", Day, "cadre-1", Day);
    private static readonly ArrangeCover Cover = new(new(Colleague, "cadre-2", Day, Day.AddDays(9)), new(10, Rule, "days"), "外出培训", "committee-1", Day);
    private static readonly CoverArranged Covered = new(CadreId, Cover.Covering, "外出培训", Rule, "committee-1", Day);

    [Fact]
    public void GivenEligibleStudent_WhenPaired_ThenRecordedWithTheChecks()
    {
        Spec.Given(Registered).When(Pair).Then(Paired);
        Spec.Given(Registered, Paired).When(Pair).ThenNothing();
        var checks = new[] { new NamedCheck("class_of_2023.low_income_family", false, new Dictionary<string, string>(), Rule) };
        Spec.Given(Registered).When(Pair with { Eligibility = new(false, null, checks, Rule) }).ThenRejected("pairing.not_eligible");
    }

    // G3 §三(三)1: each cadre is paired with 3 to 5 students.
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void GivenStudents_WhenOneMoreIsPaired_ThenAtMostFive(int students, bool isAccepted)
    {
        var outcome = Spec.Given([Registered, .. Students(students)]).When(Pair);
        if (isAccepted)
        {
            outcome.Then(Paired);
        }
        else
        {
            outcome.ThenRejected("pairing.limit_reached");
        }
    }

    [Fact]
    public void GivenFiveStudents_WhenOneIsEmployed_ThenThereIsPlaceForAnother()
    {
        CadreEvent[] five = [Registered, Paired, .. Students(4)];
        var other = Pair with { PersonId = UnitId, PairingId = UnitId };
        Spec.Given(five).When(other).ThenRejected("pairing.limit_reached");
        Spec.Given([.. five, Ended]).When(other).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenStudent_WhenRecommended_ThenWithReasonsWhyItFits()
    {
        Spec.Given(Registered, Paired).When(Recommend).Then(Recommended);
        Spec.Given(Registered, Paired, Recommended).When(Recommend).ThenNothing();
        Spec.Given(Registered, Paired, Recommended).When(Recommend with { RecommendationId = Colleague }).ThenRejected("pairing.job_recommended_already");
        Spec.Given(Registered, Paired).When(Recommend with { Job = Job with { Reasons = [] } }).ThenRejected("pairing.fit_missing");
        Spec.Given(Registered, Paired).When(Recommend with { Job = Job with { Reasons = ["luck"] } }).ThenRejected("pairing.fit_unknown");
        Spec.Given(Registered, Paired).When(Recommend with { Job = Job with { Title = " " } }).ThenRejected("pairing.job_incomplete");
        Spec.Given(Registered).When(Recommend).ThenRejected("pairing.not_paired");
        Spec.Given(Registered, Paired).When(Recommend with { On = Day.AddDays(1) }).ThenRejected("pairing.date");
        Spec.Given(Registered, Paired).When(Recommend with { On = Day.AddDays(-1) }).ThenRejected("pairing.date");
    }

    [Fact]
    public void GivenStudent_WhenEndedAsEmployed_ThenOnEvidenceInTheLedgerAlone()
    {
        Spec.Given(Registered, Paired).When(End).Then(Ended);
        Spec.Given(Registered, Paired).When(End with { EmployedOn = null }).ThenRejected("pairing.not_employed");
        Spec.Given(Registered, Paired).When(End with { Reason = "declined" }).Then(Ended with { Reason = "declined", EmployedOn = null });
        Spec.Given(Registered, Paired).When(End with { Reason = "bored" }).ThenRejected("pairing.end_unknown");
        Spec.Given(Registered, Paired, Ended).When(End).ThenRejected("pairing.not_paired");
    }

    [Theory]
    [InlineData(0, 9, "")]
    [InlineData(0, 10, "pairing.cover_period")]
    [InlineData(-1, 5, "pairing.cover_period")]
    [InlineData(3, 2, "pairing.cover_period")]
    public void GivenCadre_WhenCovered_ThenForAWhileOnly(int from, int to, string problem)
    {
        var outcome = Spec.Given(Registered).When(Cover with { Covering = Cover.Covering with { From = Day.AddDays(from), To = Day.AddDays(to) } });
        if (problem.Length == 0)
        {
            outcome.Then(Covered);
        }
        else
        {
            outcome.ThenRejected(problem);
        }
    }

    [Fact]
    public void GivenCover_WhenItsDaysAreOver_ThenTheColleagueMayNotActAnyMore()
    {
        var cadre = Spec.Given(Registered, Covered).When(Cover);
        cadre.ThenNothing();
        cadre.ThenState(state =>
        {
            var registered = state.ShouldBeOfType<CadreState.Registered>();
            registered.MayAct("cadre-2", Day.AddDays(9)).ShouldBeTrue();
            registered.MayAct("cadre-2", Day.AddDays(10)).ShouldBeFalse();
            registered.MayAct("cadre-1", Day.AddDays(10)).ShouldBeTrue();
        });
        Spec.Given(Registered, Covered).When(Cover with { Covering = Cover.Covering with { To = Day.AddDays(3) } }).ThenRejected("pairing.cover_exists");
        Spec.Given(Registered).When(Cover with { Covering = Cover.Covering with { CadreId = CadreId } }).ThenRejected("pairing.cover_self");
        Spec.Given(Registered).When(Cover with { Reason = " " }).ThenRejected("reason.missing");
    }

    [Fact]
    public void GivenFiveStudents_WhenAnotherIsTakenOver_ThenRejected()
    {
        var student = new PairedStudent(OtherId, PersonId, "430104", Day, ImmutableDictionary<Guid, FittingJob>.Empty);
        var take = new TakeStudentOver(student, Colleague, Limit, Day);
        Spec.Given([Registered, .. Students(5)]).When(take).ThenRejected("pairing.limit_reached");
        Spec.Given([Registered, .. Students(4)]).When(take).Then(new StudentTakenOver(CadreId, student, Colleague, Rule, Day));
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBeKept<Cadre, CadreState, CadreCommand, CadreEvent>(
        "cadre",
        [
            new RegisterCadre(File with { Unit = "另一学院" }, "committee-1", Day),
            Pair with { PersonId = UnitId, PairingId = UnitId },
            Recommend,
            new FollowStudent(PersonId, "major", Reasons, Day, "cadre-1", Day),
            End,
            new HandStudentOver(PersonId, Colleague, "工作调动", "committee-1", Day),
            new TakeStudentOver(new(OtherId, Colleague, "430104", Day, ImmutableDictionary<Guid, FittingJob>.Empty), Colleague, Limit, Day),
            Cover,
            new EndCover("committee-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<CadreEvent>>
        {
            ["not registered"] = [],
            ["registered"] = [Registered],
            ["paired"] = [Registered, Paired],
            ["full"] = [Registered, Paired, .. Students(4)],
            ["ended"] = [Registered, Paired, Ended],
            ["covered"] = [Registered, Paired, Covered],
        });

    private static IEnumerable<CadreEvent> Students(int count) => Enumerable.Range(1, count)
        .Select(number => Guid.Parse($"0189d3f0-0000-7000-8000-0000000001{number:00}"))
        .Select(id => Paired with { PersonId = id, PairingId = id });
}
