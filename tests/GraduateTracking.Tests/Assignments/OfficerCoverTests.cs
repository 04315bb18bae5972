using YouthPlatform.GraduateTracking.Assignments;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Assignments;

public sealed class OfficerCoverTests
{
    private static readonly CoverEvent.CoverArranged Arranged = new(OtherId, "430104", "clerk-7", "clerk-9", Day, Day.AddDays(5));

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<OfficerCover, CoverState, CoverCommand, CoverEvent>(
        [new CoverCommand.Arrange(Arranged, Day), new CoverCommand.End(Day.AddDays(5))],
        new Dictionary<string, IReadOnlyList<CoverEvent>>
        {
            ["unknown"] = [],
            ["arranged"] = [Arranged],
            ["ended"] = [Arranged, new CoverEvent.CoverEnded(OtherId, "430104", Day)],
        },
        """
        unknown + Arrange = CoverArranged
        unknown + End = cover.unknown
        arranged + Arrange = cover.arranged
        arranged + End = CoverEnded
        ended + Arrange = cover.arranged
        ended + End = -
        """);

    [Fact]
    public void A_cover_that_is_over_needs_no_end() =>
        OfficerCover.Decide(new CoverCommand.End(Day.AddDays(6)), new CoverState.Arranged(Arranged)).ShouldBeEmpty();
}
