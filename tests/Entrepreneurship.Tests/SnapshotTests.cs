using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Testing.Snapshots;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Public = YouthPlatform.Contracts.Entrepreneurship;

namespace YouthPlatform.Entrepreneurship.Tests;

public sealed class SnapshotTests
{
    private static readonly object[] Events =
    [
        Recommended, Selected, Declined, Proposed, Approved, Ordered, Paid, Failed,
        new ProgrammeOpened(GoldenBridge, Rule, Recommender, Day),
        new ProjectEntered(ProjectId, "hard_tech"),
        new SelectionClosed(GoldenBridge, Passed, Proposer, Day),
        new Public.ProjectRecommended(ProjectId, GoldenBridge, "430100", "hard_tech", Day),
        new Public.ProjectGranted(ProjectId, GoldenBridge, "430100", "hard_tech", 8_000m, Day),
        new Public.GrantPaid(ProjectId, GoldenBridge, "430100", 8_000m, Day),
    ];

    private static readonly PublicEventTypes Contracts = new(typeof(Public.GrantPaid).Assembly);

    public static TheoryData<string> Names => [.. StoredEvents.Types.All.Keys, .. Contracts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StoredEventsAndContractsKeepTheirShape(string name)
    {
        var type = StoredEvents.Types.All.GetValueOrDefault(name) ?? Contracts.All[name];
        Snapshot.Match(name, Events.Single(e => e.GetType() == type));
    }
}
