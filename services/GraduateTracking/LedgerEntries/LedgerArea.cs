using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.Messages;
using YouthPlatform.ServiceDefaults.Messaging;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The real-name ledger.</summary>
internal sealed class LedgerArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new LedgerProjection()];

    public override void AddEvents(EventTypes types) => types
        .Add<LedgerEntryEvent.LedgerEntryOpened>("graduatetracking.ledger_entry_opened.v1")
        .Add<LedgerEntryEvent.ContactRecorded>("graduatetracking.contact_recorded.v1")
        .Add<LedgerEntryEvent.InternshipRecorded>("graduatetracking.internship_recorded.v1")
        .Add<LedgerEntryEvent.InternshipEndRecorded>("graduatetracking.internship_end_recorded.v1");

    public override void AddServices(IServiceCollection services) => services.AddSingleton<LedgerQueries>();

    public override void AddConsumers(ServiceMessaging messaging) => messaging
        .Consume<InternshipStartedConsumer>()
        .Consume<InternshipCompletedConsumer>()
        .Consume<InternshipEndedEarlyConsumer>()
        .Consume<InternHiredConsumer>();

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapLedger();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryEvent.LedgerEntryOpened e => [new(Translate(e), e.Region, LedgerEntry.StreamOf(e.PersonId))],
        _ => [],
    };

    private static Public.LedgerEntryOpened Translate(LedgerEntryEvent.LedgerEntryOpened e) => new(
        e.PersonId, e.Region, e.EducationLevel, e.LeftSchoolOn, e.HardshipCategories, Names.Of(e.Source), e.OpenedOn, e.AgeOnOpening);
}
