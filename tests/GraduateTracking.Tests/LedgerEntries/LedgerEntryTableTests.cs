using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Examples;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.LedgerEntries;

public sealed class LedgerEntryTableTests
{
    private static readonly Guid CaseId = Guid.Parse("0189d3f0-0000-7000-8000-00000000000c");
    private static readonly Guid Another = Guid.Parse("0189d3f0-0000-7000-8000-00000000000d");
    private static readonly LedgerEntryEvent Opened = (LedgerEntryEvent)LedgerExamples.All[0];

    private static readonly TransferProposed Proposed = new(OtherId, PersonId, "430104", "430404", AssignmentPlace.Residence, null, Day);

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBeKept<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(
        "ledger_entry",
        [
            new OpenLedgerEntry(PersonId, "430104", AssignmentPlace.Household, "bachelor", Day, [], EntrySource.ServiceDesk, OtherId, 22, Day),
            new RecordContact(OtherId, ContactChannel.Phone, ContactOutcome.NotReached, null, Day, Day),
            Found.Unemployed(Day),
            new RecognizeHardship(
                "zero_employment_family",
                "certificate",
                "LJ-1",
                new(new([new("zero_employment_family", "零就业家庭")]), Rule, null),
                new([new("certificate", "证明", ["zero_employment_family"])]),
                Day),
            new EndHardship("disabled", "康复", Day),
            new RecordInternship(OtherId, UnitId, "430104", Day, Day),
            new RecordInternshipEnd(OtherId, UnitId, Day),
            new RegisterUnemployment(OtherId, "430104", Day, 22),
            new EndUnemployment(OtherId, "430104", Day, Day),
            new RequestFollowUp(OtherId, UnitId, Day),
            new ProposeTransfer(Another, "430404", AssignmentPlace.JobSearch, null, Day),
            new AcceptTransfer(OtherId, Day),
            new RefuseTransfer(OtherId, "not_here", Day),
            new WithdrawTransfer(OtherId, Day),
            new AssignOfficer("clerk-7", Day),
            new MergeInto(Another, CaseId, Day),
            new Absorb(Another, CaseId, [], Day),
            new Unmerge(CaseId, Day),
            new Split(Another, CaseId, Day),
            new RecordAbsorbedInternship(Another, new(UnitId, Day, Day, null)),
            new RecordAccount(Day),
            new RecordDeath(Day, Day),
            new Erase(OtherId, ErasureGround.Request, Day),
        ],
        new Dictionary<string, IReadOnlyList<LedgerEntryEvent>>
        {
            ["not opened"] = [],
            ["open"] = [Opened],
            ["transfer pending"] = [Opened, Proposed],
            ["lent"] = [Opened, Lent()],
            ["has absorbed"] = [Opened, new LedgerEntryAbsorbed(PersonId, Another, CaseId, [], Day)],
            ["merged"] = [Opened, new LedgerEntryMerged(PersonId, OtherId, CaseId, "430104", Day)],
            ["deceased"] = [Opened, new PersonDeceased(PersonId, "430104", Day, Day)],
            ["erased"] = [Opened, new PersonErased(PersonId, "430104", OtherId, ErasureGround.Request, Day)],
        });

    private static TransferAccepted Lent() => new(OtherId, PersonId, "430104", "430404", AssignmentPlace.Residence, Day.AddDays(30), Day);
}
