using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Examples;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntry,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryState,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent>;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

/// <summary>Household, residence or place of job search: H32 §二(六)17.</summary>
public sealed class AssignmentTests
{
    private static readonly LedgerEntryEvent Opened = (LedgerEntryEvent)LedgerExamples.All[0];
    private static readonly DateOnly Until = Day.AddDays(30);
    private static readonly ProposeTransfer Propose = new(OtherId, "430404", AssignmentPlace.JobSearch, null, Day);
    private static readonly TransferProposed Proposed = new(OtherId, PersonId, "430104", "430404", AssignmentPlace.JobSearch, null, Day);
    private static readonly TransferAccepted Accepted = new(OtherId, PersonId, "430104", "430404", AssignmentPlace.JobSearch, null, Day);

    [Fact]
    public void GivenProposedTransfer_WhenNotAnswered_ThenTheFirstCountyStillAnswers() =>
        Spec.Given(Opened).When(Propose).ThenState(state => Region(state, Day).ShouldBe("430104"));

    [Fact]
    public void GivenProposedTransfer_WhenAccepted_ThenTheOtherCountyAnswersForGood() =>
        Spec.Given(Opened, Proposed).When(new AcceptTransfer(OtherId, Day)).ThenState(state => Region(state, Day.AddYears(9)).ShouldBe("430404"));

    [Fact]
    public void GivenTemporaryTransfer_WhenItsLastDayIsOver_ThenTheFirstCountyAnswersAgain()
    {
        var outcome = Spec.Given(Opened, Proposed with { Until = Until }).When(new AcceptTransfer(OtherId, Day));
        outcome.Then(Accepted with { Until = Until });
        outcome.ThenState(state =>
        {
            Region(state, Until).ShouldBe("430404");
            Region(state, Until.AddDays(1)).ShouldBe("430104");
        });
    }

    [Theory]
    [InlineData(0, "ledger_entry.lent")]
    [InlineData(30, "ledger_entry.lent")]
    [InlineData(31, null)]
    public void GivenTemporaryTransfer_WhenTransferredOn_ThenOnlyTheFirstCountyMay(int days, string? code)
    {
        var outcome = Spec.Given(Opened, Accepted with { Until = Until })
            .When(Propose with { TransferId = UnitId, To = "430105", Today = Day.AddDays(days) });
        if (code is null)
        {
            outcome.Then(Proposed with { TransferId = UnitId, To = "430105", ProposedOn = Day.AddDays(days) });
        }
        else
        {
            outcome.ThenRejected(code);
        }
    }

    [Fact]
    public void GivenRefusedTransfer_WhenProposedAnew_ThenProposed() =>
        Spec.Given(Opened, Proposed, new TransferRefused(OtherId, PersonId, "430104", "430404", "not_here", Day))
            .When(Propose with { TransferId = UnitId }).Then(Proposed with { TransferId = UnitId });

    [Fact]
    public void GivenPendingTransfer_WhenProposedAgain_ThenNothing() => Spec.Given(Opened, Proposed).When(Propose).ThenNothing();

    [Fact]
    public void GivenEntry_WhenTransferredToItsOwnCounty_ThenRejected() =>
        Spec.Given(Opened).When(Propose with { To = "430104" }).ThenRejected("ledger_entry.same_region");

    [Fact]
    public void GivenEntry_WhenTransferredUntilToday_ThenRejected() =>
        Spec.Given(Opened).When(Propose with { Until = Day }).ThenRejected("ledger_entry.transfer_until");

    [Fact]
    public void GivenTemporaryTransfer_WhenAcceptedAfterItsLastDay_ThenRejected() =>
        Spec.Given(Opened, Proposed with { Until = Until }).When(new AcceptTransfer(OtherId, Until.AddDays(1))).ThenRejected("ledger_entry.transfer_until");

    [Fact]
    public void GivenOfficerOfTheFirstCounty_WhenLent_ThenEachCountyHasItsOwn()
    {
        var outcome = Spec.Given(Opened, new OfficerAssigned(PersonId, "430104", "clerk-7", Day), Accepted with { Until = Until })
            .When(new AssignOfficer("clerk-9", Day));
        outcome.Then(new OfficerAssigned(PersonId, "430404", "clerk-9", Day));
        outcome.ThenState(state => ((LedgerEntryState.Open)state).Officers["430104"].ShouldBe("clerk-7"));
    }

    [Fact]
    public void GivenOfficer_WhenAssignedAgain_ThenNothing() =>
        Spec.Given(Opened, new OfficerAssigned(PersonId, "430104", "clerk-7", Day)).When(new AssignOfficer("clerk-7", Day)).ThenNothing();

    [Fact]
    public void GivenUnemploymentRegistration_WhenEndedTwiceOrBeforeItsBeginning_ThenOnceAndRejected()
    {
        var registered = new UnemploymentRegistered(PersonId, "430104", OtherId, Day, 22);
        var ended = new UnemploymentEnded(PersonId, "430104", OtherId, Day, Day);
        Spec.Given(Opened, registered).When(new EndUnemployment(OtherId, "430104", Day, Day.AddDays(-1))).ThenRejected("ledger_entry.unemployment_end");
        Spec.Given(Opened, registered).When(new EndUnemployment(OtherId, "430104", Day, Day)).Then(ended);
        Spec.Given(Opened, registered, ended).When(new EndUnemployment(OtherId, "430104", Day, Day)).ThenNothing();
        Spec.Given(Opened).When(new EndUnemployment(OtherId, "430104", Day, Day)).ThenRejected("ledger_entry.unemployment_unknown");
    }

    [Fact]
    public void GivenEntry_WhenFoundInAnotherWay_ThenTheSourceIsAddedOnce()
    {
        var found = new OpenLedgerEntry(PersonId, "430105", AssignmentPlace.Residence, "master", Day, [], EntrySource.HomeVisit, UnitId, 23, Day);
        var added = new SourceAdded(PersonId, EntrySource.HomeVisit, UnitId, Day);
        Spec.Given(Opened).When(found).Then(added);
        Spec.Given(Opened, added).When(found).ThenNothing();
        Spec.Given(Opened).When(found with { Source = EntrySource.EducationRoster }).ThenNothing();
    }

    private static string Region(LedgerEntryState state, DateOnly on) => state.ShouldBeOfType<LedgerEntryState.Open>().RegionOn(on);
}
