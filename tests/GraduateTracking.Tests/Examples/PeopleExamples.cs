using YouthPlatform.GraduateTracking.Assignments;
using YouthPlatform.GraduateTracking.Disclosures;
using YouthPlatform.GraduateTracking.Duplicates;
using YouthPlatform.GraduateTracking.Erasures;
using YouthPlatform.GraduateTracking.Intakes;
using YouthPlatform.GraduateTracking.KeyRotation;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class PeopleExamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new PersonTakenIn(OtherId, PersonId, "430104", EntrySource.ServiceDesk, "id_card", false, "clerk-1", Day),
        new DuplicateEvent.LikelyDuplicateFound(
            OtherId,
            PersonId,
            UnitId,
            "430100",
            ["name_birth", "phone"],
            90,
            new RuleVersion("D1", "intake.duplicate_points_min", RegionCode.China, new(2023, 1, 1), null, null, "decision"),
            Day),
        new DuplicateEvent.DuplicateConfirmed(OtherId, PersonId, UnitId, "same_person_confirmed", "clerk-1", Day),
        new DuplicateEvent.DuplicateDismissed(OtherId, "documents_differ", "clerk-1", Day),
        new DuplicateEvent.DuplicateUndone(OtherId, PersonId, UnitId, "documents_differ", "clerk-1", Day),
        new CoverEvent.CoverArranged(OtherId, "430104", "clerk-7", "clerk-9", Day, new(2023, 8, 3)),
        new CoverEvent.CoverEnded(OtherId, "430104", Day),
        new ErasureEvent.ErasureRequested(OtherId, PersonId, "430104", "clerk-1", Day),
        new ErasureEvent.ErasureRefused(OtherId, "payment_open", "approver-1", Day),
        new ErasureEvent.ErasureCarriedOut(OtherId, [PersonId, UnitId], "430104", ErasureGround.Request, null, "approver-1", Day),
        new MasterKeyRotated("0a1b2c3d4e5f6071", "1a1b2c3d4e5f6071", "ops-1", Day),
        new IdentityDisclosed(OtherId, PersonId, "430104", DisclosurePurpose.Contact, "clerk-1", Instant),
    ];
}
