using YouthPlatform.Internships.Placements;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>What may change while an internship runs (H9 §二(五)).</summary>
public sealed class AmendmentTests
{
    private static readonly DateOnly Changed = new(2023, 12, 1);
    private static readonly PlacementAgreement Longer = Agreement with { Months = 8, EndsOn = new(2024, 4, 6), Version = 2 };
    private static readonly PlacementEvent[] Running = [.. ReadyPlacement(), Started()];
    private static readonly PlacementEvent[] Proposed = [.. Running, new AmendmentProposed(Longer, "unit-1", Changed)];
    private static readonly Insurance Renewal = new("PA-2024-0001", new(2024, 4, 1), new(2024, 4, 6));

    [Fact]
    public void GivenRunning_WhenTheDurationChanges_ThenTheOldVersionHoldsUntilBothHaveSigned()
    {
        Spec.Given(Running).When(PlacementTests.Revise(months: 8, today: Changed)).Then(new AmendmentProposed(Longer, "unit-1", Changed));
        Spec.Given(Proposed).When(new CompleteInternship(Agreement.EndsOn))
            .Then(new InternshipCompleted(PlacementId, PersonId, UnitId, Furong, Agreement.EndsOn));

        var unit = new AgreementSigned(PlacementId, Signature(Party.Unit, Longer));
        var intern = new AgreementSigned(PlacementId, Signature(Party.Intern, Longer));
        var insured = new InsuranceRegistered(PlacementId, Renewal);
        Spec.Given(Proposed).When(new SignAgreement(unit.Signature, Changed)).Then(unit);
        Spec.Given([.. Proposed, insured, unit]).When(new SignAgreement(intern.Signature, Changed)).Then(intern, new AgreementAmended(Longer, Changed));
        Spec.Given([.. Proposed, insured, unit, intern, new AgreementAmended(Longer, Changed)])
            .When(new CompleteInternship(Agreement.EndsOn)).ThenRejected("placement.not_over");
    }

    // H9 §三(一): insured for the whole internship, also when it becomes longer. The policy on file ends on 2024-03-31.
    [Fact]
    public void GivenALongerAmendment_WhenItIsNotInsured_ThenTheSecondSignatureIsRejected()
    {
        var unit = new AgreementSigned(PlacementId, Signature(Party.Unit, Longer));
        Spec.Given([.. Proposed, unit]).When(new SignAgreement(Signature(Party.Intern, Longer), Changed)).ThenRejected("insurance.period_short");
        Spec.Given(Proposed).When(new RegisterInsurance(Renewal with { From = new(2024, 4, 2) })).ThenRejected("insurance.period_short");
        Spec.Given(Proposed).When(new RegisterInsurance(Renewal)).Then(new InsuranceRegistered(PlacementId, Renewal));
    }

    [Fact]
    public void GivenRunning_WhenStartOrPastChanges_ThenRejected()
    {
        Spec.Given(Running).When(PlacementTests.Revise(startsOn: new(2023, 8, 8), today: Changed)).ThenRejected("agreement.start_fixed");
        Spec.Given(Running).When(PlacementTests.Revise(months: 3, today: Changed)).ThenRejected("agreement.end_in_past");
        Spec.Given(Running).When(new SignAgreement(Signature(Party.Unit), Changed)).ThenNothing();
    }

    [Fact]
    public void GivenAnAmendment_WhenItsEndPassesUnsigned_ThenItCannotBeSigned()
    {
        var shorter = Agreement with { Months = 5, EndsOn = new(2024, 1, 6), Version = 2 };
        PlacementEvent[] given =
        [
            .. Running,
            new AmendmentProposed(shorter, "unit-1", Changed),
            new AgreementSigned(PlacementId, Signature(Party.Unit, shorter)),
        ];
        Spec.Given(given).When(new SignAgreement(Signature(Party.Intern, shorter), new(2024, 1, 7))).ThenRejected("agreement.signed_late");
    }

    // H9 §二(五): a mentor at any time.
    [Fact]
    public void GivenRunning_WhenTheMentorChanges_ThenTransferredWithAReason()
    {
        var mentor = TheMentor with { MentorId = Id(98) };
        Spec.Given(Running).When(new AssignMentor(mentor, Changed, "调离")).Then(new MentorTransferred(PlacementId, mentor, "调离", Changed));
        Spec.Given(Running).When(new AssignMentor(mentor, Changed)).ThenRejected("reason.missing");
        Spec.Given(Running).When(new AssignMentor(TheMentor, Changed, "调离")).ThenNothing();
    }
}
