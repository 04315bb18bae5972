using YouthPlatform.GraduateTracking.Duplicates;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Duplicates;

public sealed class DuplicateCaseTests
{
    private static readonly DuplicateEvent.LikelyDuplicateFound Found = new(OtherId, PersonId, UnitId, "430100", ["phone"], 90, null, Day);

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<DuplicateCase, DuplicateState, DuplicateCommand, DuplicateEvent>(
        [
            new DuplicateCommand.Find(Found),
            new DuplicateCommand.Confirm(PersonId, "same_person_confirmed", "clerk-1", Day),
            new DuplicateCommand.Dismiss("documents_differ", "clerk-1", Day),
            new DuplicateCommand.Undo("documents_differ", "clerk-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<DuplicateEvent>>
        {
            ["unknown"] = [],
            ["open"] = [Found],
            ["same"] = [Found, new DuplicateEvent.DuplicateConfirmed(OtherId, PersonId, UnitId, "same_person_confirmed", "clerk-1", Day)],
            ["different"] = [Found, new DuplicateEvent.DuplicateDismissed(OtherId, "documents_differ", "clerk-1", Day)],
        },
        """
        unknown + Find = LikelyDuplicateFound
        unknown + Confirm = duplicate.unknown
        unknown + Dismiss = duplicate.unknown
        unknown + Undo = duplicate.unknown
        open + Find = -
        open + Confirm = DuplicateConfirmed
        open + Dismiss = DuplicateDismissed
        open + Undo = duplicate.not_merged
        same + Find = -
        same + Confirm = -
        same + Dismiss = duplicate.decided
        same + Undo = DuplicateUndone
        different + Find = -
        different + Confirm = DuplicateConfirmed
        different + Dismiss = -
        different + Undo = duplicate.not_merged
        """);

    [Fact]
    public void A_pair_has_one_case_whoever_is_named_first() =>
        DuplicateCase.IdOf(PersonId, UnitId).ShouldBe(DuplicateCase.IdOf(UnitId, PersonId));
}
