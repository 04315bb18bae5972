using YouthPlatform.GraduateTracking.LedgerEntries;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class LedgerExamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new LedgerEntryEvent.LedgerEntryOpened(
            PersonId, "430104", AssignmentPlace.Household, "bachelor", new(2023, 6, 30), ["disabled"], EntrySource.EducationRoster, OtherId, 22, Day),
        new LedgerEntryEvent.ContactRecorded(OtherId, PersonId, "430104", ContactChannel.Phone, ContactOutcome.Reached, "unemployed", Day),
        new LedgerEntryEvent.InternshipRecorded(PersonId, OtherId, UnitId, "430105", Day, new(2024, 1, 19)),
        new LedgerEntryEvent.InternshipEndRecorded(PersonId, OtherId, UnitId, new(2024, 1, 19)),
    ];
}
