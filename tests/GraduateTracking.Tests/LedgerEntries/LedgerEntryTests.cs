using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Examples;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntry,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryState,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent>;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

public sealed class LedgerEntryTests
{
    private static readonly Guid PersonId = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid ContactId = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");
    private static readonly Guid PlacementId = Guid.Parse("0189d3f0-0000-7000-8000-000000000003");
    private static readonly Guid UnitId = Guid.Parse("0189d3f0-0000-7000-8000-000000000004");
    private static readonly Guid ImportId = Guid.Parse("0189d3f0-0000-7000-8000-000000000005");
    private static readonly DateOnly July20 = new(2023, 7, 20);
    private static readonly DateOnly August1 = new(2023, 8, 1);

    private static readonly OpenLedgerEntry Open = new(
        PersonId, "430104", AssignmentPlace.Household, "bachelor", new(2023, 6, 30), ["zero_employment_family"],
        EntrySource.EducationRoster, ImportId, 22, July20);

    private static readonly LedgerEntryOpened Opened = new(
        PersonId, "430104", AssignmentPlace.Household, "bachelor", new(2023, 6, 30), ["zero_employment_family"],
        EntrySource.EducationRoster, ImportId, 22, July20);

    private static readonly Classify ClassifyUnemployed = Found.Unemployed(August1);

    private static readonly Classify ClassifyEmployed = Found.Employed(August1);

    private static readonly Classification Unemployed = ClassifyUnemployed.Found;

    private static readonly Classification Employed = ClassifyEmployed.Found;

    private static readonly RecordContact Contact = new(
        ContactId, ContactChannel.Phone, ContactOutcome.Reached, ClassifyUnemployed, August1, August1);

    private static readonly ContactRecorded Contacted = new(
        ContactId, PersonId, "430104", ContactChannel.Phone, ContactOutcome.Reached, August1);

    private static readonly Classified FoundUnemployed = new(PersonId, "430104", ContactId, Unemployed, null, true, ExampleIds.Rule, August1);

    private static readonly RecordInternship Internship = new(PlacementId, UnitId, "430105", August1, new(2024, 1, 31));

    private static readonly InternshipRecorded Interning = new(PersonId, PlacementId, UnitId, "430105", August1, new(2024, 1, 31));

    private static readonly RecordInternshipEnd InternshipEnd = new(PlacementId, UnitId, new(2023, 12, 15));

    private static readonly InternshipEndRecorded InternshipEnded = new(PersonId, PlacementId, UnitId, new(2023, 12, 15));

    [Fact]
    public void GivenNoEntry_WhenOpened_ThenTheEntryHasNoStatusYet()
    {
        var outcome = Spec.Given().When(Open);
        outcome.Then(Opened);
        outcome.ThenState(s => s.ShouldBeOfType<LedgerEntryState.Open>().Newest.ShouldBeNull());
    }

    [Fact]
    public void GivenEntry_WhenReached_ThenClassified()
    {
        var outcome = Spec.Given(Opened).When(Contact);
        outcome.Then(Contacted, FoundUnemployed);
        outcome.ThenState(s => s.ShouldBeOfType<LedgerEntryState.Open>().Newest.ShouldBe(Unemployed));
    }

    [Fact]
    public void GivenContact_WhenRecordedAgain_ThenNothing() => Spec.Given(Opened, Contacted).When(Contact).ThenNothing();

    [Fact]
    public void GivenClassified_WhenNotReached_ThenTheClassificationStays() =>
        Spec.Given(Opened, Contacted, FoundUnemployed)
            .When(Contact with { ContactId = UnitId, Outcome = ContactOutcome.NotReached, Found = null })
            .ThenState(s => s.ShouldBeOfType<LedgerEntryState.Open>().Newest.ShouldBe(Unemployed));

    [Fact]
    public void GivenEntry_WhenReachedWithoutClassification_ThenRejected() =>
        Spec.Given(Opened).When(Contact with { Found = null }).ThenRejected("ledger_entry.classification_missing");

    [Fact]
    public void GivenEntry_WhenClassifiedWithoutReaching_ThenRejected() =>
        Spec.Given(Opened).When(Contact with { Outcome = ContactOutcome.NotReached }).ThenRejected("ledger_entry.classification_without_contact");

    [Theory]
    [InlineData("2023-07-19")]
    [InlineData("2023-08-02")]
    public void GivenEntry_WhenContactedBeforeItsOpeningOrInTheFuture_ThenRejected(string date) =>
        Spec.Given(Opened).When(Contact with { ContactedOn = DateOnly.Parse(date) }).ThenRejected("ledger_entry.contact_date");

    [Fact]
    public void GivenIntern_WhenClassifiedAsEmployed_ThenRejected() =>
        Spec.Given(Opened, Interning).When(Contact with { Found = ClassifyEmployed }).ThenRejected("ledger_entry.intern_not_employed");

    [Fact]
    public void GivenInternshipEnded_WhenClassifiedAsEmployed_ThenRecorded()
    {
        var after = new DateOnly(2023, 12, 16);
        Spec.Given(Opened, Interning, InternshipEnded)
            .When(ClassifyEmployed with { Found = Employed with { EffectiveOn = after }, Today = after })
            .Then(FoundUnemployed with { ContactId = null, Found = Employed with { EffectiveOn = after }, ClassifiedOn = after });
    }

    [Fact]
    public void GivenClassified_WhenClassifiedAnew_ThenThePreviousOneIsNamed()
    {
        var outcome = Spec.Given(Opened, Contacted, FoundUnemployed).When(ClassifyEmployed);
        outcome.Then(FoundUnemployed with { ContactId = null, Found = Employed, Previous = "unemployed" });
        outcome.ThenState(s => s.ShouldBeOfType<LedgerEntryState.Open>().IsEmployed.ShouldBeTrue());
    }

    [Fact]
    public void GivenClassified_WhenClassifiedTheSame_ThenNothing() =>
        Spec.Given(Opened, Contacted, FoundUnemployed).When(ClassifyUnemployed).ThenNothing();

    // H32 §二(六)17: statuses are kept by type; employment is shown by a document, a wish by the person's own word.
    [Theory]
    [InlineData("own_word", null, "ledger_entry.evidence_insufficient")]
    [InlineData("rumour", "X-1", "ledger_entry.evidence_insufficient")]
    [InlineData("labour_contract", null, "ledger_entry.evidence_reference")]
    [InlineData("labour_contract", "合同一", "ledger_entry.evidence_reference")]
    [InlineData("labour_contract", "430104200001010014", "ledger_entry.evidence_reference")]
    [InlineData("labour_contract", "13800000000", "ledger_entry.evidence_reference")]
    public void GivenEntry_WhenClassifiedAsEmployedWithoutProof_ThenRejected(string evidence, string? reference, string code) =>
        Spec.Given(Opened).When(ClassifyEmployed with { Found = Employed with { Evidence = evidence, Reference = reference } }).ThenRejected(code);

    [Theory]
    [InlineData("2023-06-29", false)]
    [InlineData("2023-06-30", true)]
    [InlineData("2023-08-01", true)]
    [InlineData("2023-08-02", false)]
    public void GivenEntry_WhenClassified_ThenItHoldsFromLeavingSchoolUpToToday(string from, bool isAccepted)
    {
        var outcome = Spec.Given(Opened).When(ClassifyUnemployed with { Found = Unemployed with { EffectiveOn = DateOnly.Parse(from) } });
        if (isAccepted)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.ThenRejected("ledger_entry.classification_date");
        }
    }

    [Fact]
    public void GivenEndThatArrivedBeforeItsStart_WhenStarted_ThenBothAreKnown()
    {
        var outcome = Spec.Given(Opened, InternshipEnded).When(Internship);
        outcome.Then(Interning);
        outcome.ThenState(s => s.ShouldBeOfType<LedgerEntryState.Open>().Internships[PlacementId]
            .ShouldBe(new InternshipPeriod(August1, new(2024, 1, 31), new(2023, 12, 15))));
    }

    [Fact]
    public void GivenInternship_WhenToldAgain_ThenNothing()
    {
        Spec.Given(Opened, Interning).When(Internship).ThenNothing();
        Spec.Given(Opened, Interning, InternshipEnded).When(InternshipEnd).ThenNothing();
    }

    [Fact]
    public void GivenInternship_WhenEnded_ThenRecorded() => Spec.Given(Opened, Interning).When(InternshipEnd).Then(InternshipEnded);
}
