using YouthPlatform.GraduateTracking.LedgerEntries;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class LedgerExamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new LedgerEntryOpened(
            PersonId, "430104", AssignmentPlace.Household, "bachelor", new(2023, 6, 30), ["disabled"], EntrySource.EducationRoster, OtherId, 22, Day),
        new ContactRecorded(OtherId, PersonId, "430104", ContactChannel.Phone, ContactOutcome.Reached, Day),
        new Classified(
            PersonId, "430104", OtherId, new("employed", Duty.Employed, Day, "labour_contract", "HT-2023-1"), "unemployed", true, Rule, Day),
        new HardshipRecognized(PersonId, "430104", "disabled", "disability_card", "CJ-1", ["disabled"], Rule, Day),
        new HardshipEnded(PersonId, "430104", "disabled", "康复", [], Day),
        new InternshipRecorded(PersonId, OtherId, UnitId, "430105", Day, new(2024, 1, 19)),
        new InternshipEndRecorded(PersonId, OtherId, UnitId, new(2024, 1, 19)),
        new SourceAdded(PersonId, EntrySource.HomeVisit, OtherId, Day),
        new UnemploymentRegistered(PersonId, "430104", OtherId, Day, 22),
        new UnemploymentEnded(PersonId, "430104", OtherId, Day, new(2023, 9, 1)),
        new BankAccountRecorded(PersonId, "430104", Day),
        new FollowUpRequested(PersonId, OtherId, UnitId, Day),
        new TransferProposed(OtherId, PersonId, "430104", "430404", AssignmentPlace.JobSearch, new(2023, 12, 31), Day),
        new TransferAccepted(OtherId, PersonId, "430104", "430404", AssignmentPlace.JobSearch, new(2023, 12, 31), Day),
        new TransferRefused(OtherId, PersonId, "430104", "430404", "not_here", Day),
        new TransferWithdrawn(OtherId, PersonId, "430104", "430404", Day),
        new OfficerAssigned(PersonId, "430104", "clerk-7", Day),
        new LedgerEntryMerged(PersonId, OtherId, UnitId, "430104", Day),
        new LedgerEntryAbsorbed(PersonId, OtherId, UnitId, [new(UnitId, Day, new(2024, 1, 19), null)], Day),
        new LedgerEntryUnmerged(PersonId, OtherId, UnitId, "430104", Day),
        new LedgerEntrySplit(PersonId, OtherId, UnitId, Day),
        new AbsorbedInternshipRecorded(PersonId, OtherId, new(UnitId, Day, new(2024, 1, 19), new(2023, 12, 1))),
        new PersonDeceased(PersonId, "430104", new(2023, 7, 18), Day),
        new PersonErased(PersonId, "430104", OtherId, ErasureGround.Request, Day),
    ];
}
