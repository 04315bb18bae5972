using YouthPlatform.Internships.Placements;
using static YouthPlatform.Internships.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>From agreement to start (H9 §二(五), §三(一)).</summary>
public sealed class PlacementTests
{
    private static readonly PlacementArranged Arranged = new(Agreement, "unit-1", Today);

    [Fact]
    public void GivenNothing_WhenArranged_ThenArranged() => Spec.Given().When(Arrange(Agreement)).Then(Arranged);

    // H9 §二(五): the agreement comes before the start.
    [Fact]
    public void GivenNothing_WhenArrangedForAPastDay_ThenRejected() =>
        Spec.Given().When(Arrange(Agreement with { StartsOn = Today.AddDays(-1) })).ThenRejected("placement.starts_in_past");

    // H9 §三(三): 3 to 12 months.
    [Theory]
    [InlineData(2)]
    [InlineData(13)]
    public void GivenNothing_WhenArrangedForTooShortOrTooLong_ThenRejected(int months) =>
        Spec.Given().When(Arrange(Agreement with { Months = months })).ThenRejected("internship.months_out_of_range");

    [Fact]
    public void GivenAnEarlierInternship_WhenTheNextBeginsOnItsLastDay_ThenRejected()
    {
        Spec.Given().When(Arrange(Agreement, Agreement.StartsOn)).ThenRejected("placement.overlaps");
        Spec.Given().When(Arrange(Agreement, Agreement.StartsOn.AddDays(-1))).Then(Arranged);
    }

    [Fact]
    public void GivenArranged_WhenSignedAfterTheStart_ThenRejected()
    {
        var late = Agreement.StartsOn.AddDays(1);
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit), Agreement.StartsOn))
            .Then(new AgreementSigned(PlacementId, Signature(Party.Unit)));
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit), late)).ThenRejected("agreement.signed_late");
    }

    [Fact]
    public void GivenArranged_WhenAnotherVersionOrContentIsSigned_ThenRejected()
    {
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit) with { Version = 2 }, Today)).ThenRejected("agreement.version_superseded");
        Spec.Given(Arranged).When(new SignAgreement(Signature(Party.Unit) with { ContentHash = "00" }, Today)).ThenRejected("agreement.content_differs");
    }

    [Fact]
    public void GivenSigned_WhenSignedAgain_ThenNothing() =>
        Spec.Given(Arranged, new AgreementSigned(PlacementId, Signature(Party.Intern)))
            .When(new SignAgreement(Signature(Party.Intern), Today)).ThenNothing();

    [Fact]
    public void GivenSigned_WhenTheAgreementIsRevised_ThenBothSignAnew()
    {
        var revised = Agreement with { StartsOn = new(2023, 8, 14), EndsOn = new(2024, 2, 13), Version = 2 };
        PlacementEvent[] given = [.. ReadyPlacement(), new AgreementRevised(revised, "unit-1", Today)];
        Spec.Given(ReadyPlacement()).When(Revise(startsOn: revised.StartsOn)).Then(new AgreementRevised(revised, "unit-1", Today));
        Spec.Given(given).When(new StartInternship(revised.StartsOn)).ThenRejected("placement.not_signed");
        Spec.Given(given).When(new SignAgreement(Signature(Party.Unit), Today)).ThenRejected("agreement.version_superseded");
        Spec.Given(given).When(new SignAgreement(Signature(Party.Unit, revised), Today))
            .Then(new AgreementSigned(PlacementId, Signature(Party.Unit, revised)));
    }

    [Fact]
    public void GivenArranged_WhenRevisedOutOfBounds_ThenRejected()
    {
        Spec.Given(Arranged).When(Revise()).ThenNothing();
        Spec.Given(Arranged).When(Revise(months: 13)).ThenRejected("internship.months_out_of_range");
        Spec.Given(Arranged).When(Revise(startsOn: Today.AddDays(-1))).ThenRejected("placement.starts_in_past");
        Spec.Given(Arranged).When(Revise(allowance: 1799.99m)).ThenRejected("agreement.allowance_below_post");
        Spec.Given(Arranged).When(Revise(allowance: 1800.01m)).Then(
            new AgreementRevised(Agreement with { MonthlyAllowance = Policy.Money.Of(1800.01m), Version = 2 }, "unit-1", Today));
    }

    // H9 §三(一): insured for the whole internship.
    [Fact]
    public void GivenArranged_WhenInsuranceIsShort_ThenRejected()
    {
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { From = Agreement.StartsOn, To = Agreement.EndsOn }))
            .Then(new InsuranceRegistered(PlacementId, TheInsurance with { From = Agreement.StartsOn, To = Agreement.EndsOn }));
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { From = Agreement.StartsOn.AddDays(1) })).ThenRejected("insurance.period_short");
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { To = Agreement.EndsOn.AddDays(-1) })).ThenRejected("insurance.period_short");
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { PolicyNumber = " " })).ThenRejected("insurance.policy_missing");
        Spec.Given(Arranged).When(new RegisterInsurance(TheInsurance with { To = TheInsurance.From.AddDays(-1) })).ThenRejected("insurance.period_invalid");
        Spec.Given(ReadyPlacement()).When(new RegisterInsurance(TheInsurance)).ThenNothing();
    }

    [Fact]
    public void GivenArranged_WhenTheMentorIsTheIntern_ThenRejected()
    {
        Spec.Given(Arranged).When(new AssignMentor(TheMentor with { MentorId = PersonId }, Today)).ThenRejected("mentor.is_intern");
        Spec.Given(Arranged).When(new AssignMentor(TheMentor with { Position = "" }, Today)).ThenRejected("mentor.position_missing");
    }

    // H9 §二(五), §三(一): agreement, mentor and accident insurance before the start.
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

    internal static ArrangePlacement Arrange(PlacementAgreement agreement, DateOnly? earlierEnd = null) =>
        new(agreement, Limits, earlierEnd, "unit-1", Today);

    internal static ReviseAgreement Revise(
        DateOnly? startsOn = null, int? months = null, decimal? allowance = null, DateOnly? today = null) =>
        new(startsOn, months, allowance is { } yuan ? Policy.Money.Of(yuan) : null, Allowance, Limits, null, "unit-1", today ?? Today);
}
