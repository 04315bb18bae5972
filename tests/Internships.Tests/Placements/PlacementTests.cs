using YouthPlatform.Internships.Placements;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;

namespace YouthPlatform.Internships.Tests.Placements;

public sealed class PlacementTests
{
    private static readonly PlacementArranged Arranged = new(Agreement, "unit-1", Today);
    private static readonly InternshipCompleted Completed = new(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn);
    private static readonly InternshipEndedEarly EndedEarly = new(PlacementId, new(2023, 10, 1), "个人原因");
    private static readonly PlacementCancelled Cancelled = new(PlacementId, "放弃", Today);

    [Fact]
    public void GivenNothing_WhenArranged_ThenArranged() =>
        Spec.Given().When(new ArrangePlacement(Agreement, Limits, "unit-1", Today)).Then(Arranged);

    // H9 §二(五): the agreement comes before the start.
    [Fact]
    public void GivenNothing_WhenArrangedForAPastDay_ThenRejected() =>
        Spec.Given().When(new ArrangePlacement(Agreement with { StartsOn = Today.AddDays(-1) }, Limits, "unit-1", Today))
            .ThenRejected("placement.starts_in_past");

    [Fact]
    public void GivenArranged_WhenSignedAfterTheStart_ThenRejected()
    {
        var late = Agreement.StartsOn.AddDays(1);
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit), Agreement.StartsOn))
            .Then(new AgreementSigned(PlacementId, Signature(Party.Unit)));
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit), late)).ThenRejected("agreement.signed_late");
    }

    [Fact]
    public void GivenArranged_WhenAnotherVersionIsSigned_ThenRejected() =>
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit) with { Version = 2 }, Today)).ThenRejected("agreement.version_superseded");

    [Fact]
    public void GivenSigned_WhenSignedAgain_ThenNothing() =>
        Spec.Given(Arranged, new AgreementSigned(PlacementId, Signature(Party.Intern)))
            .When(new SignAgreement(Signature(Party.Intern), Today)).ThenNothing();

    // H9 §三(一): insured for the whole internship.
    [Fact]
    public void GivenArranged_WhenInsuranceIsShort_ThenRejected()
    {
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { From = Agreement.StartsOn, To = Agreement.EndsOn }))
            .Then(new InsuranceRegistered(PlacementId, TheInsurance with { From = Agreement.StartsOn, To = Agreement.EndsOn }));
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { From = Agreement.StartsOn.AddDays(1) })).ThenRejected("insurance.period_short");
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { To = Agreement.EndsOn.AddDays(-1) })).ThenRejected("insurance.period_short");
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { PolicyNumber = " " })).ThenRejected("insurance.policy_missing");
    }

    [Fact]
    public void GivenArranged_WhenTheMentorIsTheIntern_ThenRejected()
    {
        Spec.Given(Arranged).When(new AssignMentor(TheMentor with { MentorId = PersonId })).ThenRejected("mentor.is_intern");
        Spec.Given(Arranged).When(new AssignMentor(TheMentor with { Position = "" })).ThenRejected("mentor.position_missing");
    }

    [Theory]
    [InlineData(1, "placement.mentor_missing")]
    [InlineData(2, "placement.insurance_missing")]
    [InlineData(3, "placement.not_signed")]
    [InlineData(4, "placement.not_signed")]
    public void GivenSomethingMissing_WhenStarted_ThenRejected(int missing, string code) =>
        Spec.Given(ReadyPlacement().Where((_, index) => index != missing)).When(new StartInternship(Agreement.StartsOn)).ThenRejected(code);

    [Fact]
    public void GivenAllArranged_WhenStartedOnTheDay_ThenStarted()
    {
        Spec.Given(ReadyPlacement()).When(new StartInternship(Agreement.StartsOn)).Then(Started());
        Spec.Given(ReadyPlacement()).When(new StartInternship(Agreement.StartsOn.AddDays(-1))).ThenRejected("placement.too_early");
    }

    [Fact]
    public void GivenRunning_WhenCompletedOnTheLastDay_ThenCompleted()
    {
        Spec.Given([.. ReadyPlacement(), Started()]).When(new CompleteInternship(Agreement.EndsOn)).Then(Completed);
        Spec.Given([.. ReadyPlacement(), Started()]).When(new CompleteInternship(Agreement.EndsOn.AddDays(-1))).ThenRejected("placement.not_over");
    }

    [Fact]
    public void GivenRunning_WhenEndedEarly_ThenTheDayLiesWithinTheInternshipAndNotAhead()
    {
        PlacementEvent[] running = [.. ReadyPlacement(), Started()];
        var today = new DateOnly(2023, 10, 2);
        Spec.Given(running).When(new EndInternshipEarly(new(2023, 10, 1), "个人原因", today)).Then(EndedEarly);
        Spec.Given(running).When(new EndInternshipEarly(today.AddDays(1), "个人原因", today)).ThenRejected("placement.end_date_invalid");
        Spec.Given(running).When(new EndInternshipEarly(Agreement.StartsOn.AddDays(-1), "个人原因", today)).ThenRejected("placement.end_date_invalid");
        Spec.Given(running).When(new EndInternshipEarly(Agreement.EndsOn, "个人原因", Agreement.EndsOn)).ThenRejected("placement.end_date_invalid");
        Spec.Given(running).When(new EndInternshipEarly(new(2023, 10, 1), " ", today)).ThenRejected("reason.missing");
        Spec.Given([.. running, EndedEarly]).When(new EndInternshipEarly(new(2023, 10, 1), "个人原因", today)).ThenNothing();
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Placement, PlacementState, PlacementCommand, PlacementEvent>(
        [
            new ArrangePlacement(Agreement, Limits, "unit-1", Today),
            new AssignMentor(TheMentor with { MentorId = Id(98) }),
            new RegisterInsurance(TheInsurance with { PolicyNumber = "PA-2" }),
            new SignAgreement(Signature(Party.Unit), Today),
            new StartInternship(Agreement.StartsOn),
            new CompleteInternship(Agreement.EndsOn),
            new EndInternshipEarly(new(2023, 11, 1), "个人原因", Agreement.EndsOn),
            new CancelPlacement("放弃", Today),
        ],
        new Dictionary<string, IReadOnlyList<PlacementEvent>>
        {
            ["not arranged"] = [],
            ["arranged"] = ReadyPlacement(),
            ["running"] = [.. ReadyPlacement(), Started()],
            ["completed"] = [.. ReadyPlacement(), Started(), Completed],
            ["ended early"] = [.. ReadyPlacement(), Started(), EndedEarly],
            ["cancelled"] = [.. ReadyPlacement(), Cancelled],
        },
        """
        not arranged + ArrangePlacement = PlacementArranged
        not arranged + AssignMentor = placement.not_arranged
        not arranged + RegisterInsurance = placement.not_arranged
        not arranged + SignAgreement = placement.not_arranged
        not arranged + StartInternship = placement.not_arranged
        not arranged + CompleteInternship = placement.not_arranged
        not arranged + EndInternshipEarly = placement.not_arranged
        not arranged + CancelPlacement = placement.not_arranged
        arranged + ArrangePlacement = placement.already_arranged
        arranged + AssignMentor = MentorAssigned
        arranged + RegisterInsurance = InsuranceRegistered
        arranged + SignAgreement = -
        arranged + StartInternship = InternshipStarted
        arranged + CompleteInternship = placement.not_started
        arranged + EndInternshipEarly = placement.not_started
        arranged + CancelPlacement = PlacementCancelled
        running + ArrangePlacement = placement.already_arranged
        running + AssignMentor = MentorAssigned
        running + RegisterInsurance = placement.already_started
        running + SignAgreement = placement.already_started
        running + StartInternship = -
        running + CompleteInternship = InternshipCompleted
        running + EndInternshipEarly = InternshipEndedEarly
        running + CancelPlacement = placement.already_started
        completed + ArrangePlacement = placement.already_arranged
        completed + AssignMentor = placement.ended
        completed + RegisterInsurance = placement.ended
        completed + SignAgreement = placement.ended
        completed + StartInternship = placement.ended
        completed + CompleteInternship = -
        completed + EndInternshipEarly = placement.ended
        completed + CancelPlacement = placement.ended
        ended early + ArrangePlacement = placement.already_arranged
        ended early + AssignMentor = placement.ended
        ended early + RegisterInsurance = placement.ended
        ended early + SignAgreement = placement.ended
        ended early + StartInternship = placement.ended
        ended early + CompleteInternship = placement.ended
        ended early + EndInternshipEarly = placement.ended
        ended early + CancelPlacement = placement.ended
        cancelled + ArrangePlacement = placement.already_arranged
        cancelled + AssignMentor = placement.ended
        cancelled + RegisterInsurance = placement.ended
        cancelled + SignAgreement = placement.ended
        cancelled + StartInternship = placement.ended
        cancelled + CompleteInternship = placement.ended
        cancelled + EndInternshipEarly = placement.ended
        cancelled + CancelPlacement = -
        """);
}
