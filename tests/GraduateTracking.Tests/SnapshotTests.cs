using System.Reflection;
using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.Tests.Examples;
using YouthPlatform.Testing.Snapshots;

namespace YouthPlatform.GraduateTracking.Tests;

/// <summary>Every stored event and every public event is among the examples, and keeps its shape.</summary>
public sealed class SnapshotTests
{
    private static readonly object[] Stored =
    [
        .. LedgerExamples.All, .. PeopleExamples.All, .. ImportExamples.All, .. PayingExamples.All, .. SubsidyExamples.All, .. CaseExamples.All,
        .. ServiceRecordSamples.All, .. RightsExamples.All,
    ];

    private static readonly IReadOnlyList<PublicEventDraft> Published =
    [
        .. Stored.SelectMany(example => new PublicTranslator().Translate(
            new RecordedEvent(1, "s", 1, "t", example, new EventMetadata("a"), ExampleIds.Instant))),
    ];

    public static TheoryData<string> StoredNames => [.. TrackingAreas.EventTypes.All.Keys];

    public static TheoryData<string> PublicNames => [.. PublicTypes.Keys];

    private static Dictionary<string, Type> PublicTypes { get; } = typeof(LedgerEntryOpened).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<PublicEventAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<PublicEventAttribute>()!.Type);

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void Stored_events_keep_their_shape(string name)
    {
        var type = TrackingAreas.EventTypes.All[name];
        Snapshot.Match(name, Stored.First(example => example.GetType() == type));
    }

    [Theory]
    [MemberData(nameof(PublicNames))]
    public void Public_events_keep_their_shape(string name)
    {
        var draft = Published.First(draft => draft.Contract.GetType() == PublicTypes[name]);
        Snapshot.Match(name, draft.Contract);
        draft.Region.ShouldMatch("^[0-9]{6}$");
        draft.Subject.ShouldNotBeEmpty();
    }
}
