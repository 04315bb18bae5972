using YouthPlatform.GraduateTracking.Erasures;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Erasures;

public sealed class ErasureTests
{
    private static readonly ErasureEvent Requested = new ErasureEvent.ErasureRequested(OtherId, PersonId, "430104", "clerk-1", Day);
    private static readonly RuleVersion Rule = new("D1", "retention.open_entry_months", RegionCode.China, Day, null, null, "decision");

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Erasure, ErasureState, ErasureCommand, ErasureEvent>(
        [
            new ErasureCommand.Request(OtherId, PersonId, "430104", "clerk-1", Day),
            new ErasureCommand.Confirm([PersonId], "approver-1", Day),
            new ErasureCommand.Refuse("payment_open", "approver-1", Day),
            new ErasureCommand.RunOut(OtherId, [PersonId], "430104", Rule, "retention", Day),
        ],
        new Dictionary<string, IReadOnlyList<ErasureEvent>>
        {
            ["unknown"] = [],
            ["requested"] = [Requested],
            ["refused"] = [Requested, new ErasureEvent.ErasureRefused(OtherId, "payment_open", "approver-1", Day)],
            ["carried out"] =
                [Requested, new ErasureEvent.ErasureCarriedOut(OtherId, [PersonId], "430104", ErasureGround.Request, null, "approver-1", Day)],
        },
        """
        unknown + Request = ErasureRequested
        unknown + Confirm = erasure.unknown
        unknown + Refuse = erasure.unknown
        unknown + RunOut = ErasureCarriedOut
        requested + Request = erasure.decided
        requested + Confirm = ErasureCarriedOut
        requested + Refuse = ErasureRefused
        requested + RunOut = erasure.decided
        refused + Request = erasure.decided
        refused + Confirm = erasure.decided
        refused + Refuse = erasure.decided
        refused + RunOut = erasure.decided
        carried out + Request = erasure.decided
        carried out + Confirm = -
        carried out + Refuse = erasure.decided
        carried out + RunOut = erasure.decided
        """);
}
