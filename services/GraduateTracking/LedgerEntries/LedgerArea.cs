using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.GraduateTracking.Messages;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The real-name ledger.</summary>
internal sealed class LedgerArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new LedgerProjection(), new PeopleProjection()];

    public override void AddEvents(EventTypes types) => types
        .Add<LedgerEntryEvent.LedgerEntryOpened>("graduatetracking.ledger_entry_opened.v1")
        .Add<LedgerEntryEvent.ContactRecorded>("graduatetracking.contact_recorded.v1")
        .Add<LedgerEntryEvent.Classified>("graduatetracking.classified.v1")
        .Add<LedgerEntryEvent.HardshipRecognized>("graduatetracking.hardship_recognized.v1")
        .Add<LedgerEntryEvent.HardshipEnded>("graduatetracking.hardship_ended.v1")
        .Add<LedgerEntryEvent.InternshipRecorded>("graduatetracking.internship_recorded.v1")
        .Add<LedgerEntryEvent.InternshipEndRecorded>("graduatetracking.internship_end_recorded.v1")
        .Add<LedgerEntryEvent.SourceAdded>("graduatetracking.source_added.v1")
        .Add<LedgerEntryEvent.UnemploymentRegistered>("graduatetracking.unemployment_registered.v1")
        .Add<LedgerEntryEvent.UnemploymentEnded>("graduatetracking.unemployment_ended.v1")
        .Add<LedgerEntryEvent.BankAccountRecorded>("graduatetracking.bank_account_recorded.v1")
        .Add<LedgerEntryEvent.FollowUpRequested>("graduatetracking.follow_up_requested.v1")
        .Add<LedgerEntryEvent.TransferProposed>("graduatetracking.transfer_proposed.v1")
        .Add<LedgerEntryEvent.TransferAccepted>("graduatetracking.transfer_accepted.v1")
        .Add<LedgerEntryEvent.TransferRefused>("graduatetracking.transfer_refused.v1")
        .Add<LedgerEntryEvent.TransferWithdrawn>("graduatetracking.transfer_withdrawn.v1")
        .Add<LedgerEntryEvent.OfficerAssigned>("graduatetracking.officer_assigned.v1")
        .Add<LedgerEntryEvent.LedgerEntryMerged>("graduatetracking.ledger_entry_merged.v1")
        .Add<LedgerEntryEvent.LedgerEntryAbsorbed>("graduatetracking.ledger_entry_absorbed.v1")
        .Add<LedgerEntryEvent.LedgerEntryUnmerged>("graduatetracking.ledger_entry_unmerged.v1")
        .Add<LedgerEntryEvent.LedgerEntrySplit>("graduatetracking.ledger_entry_split.v1")
        .Add<LedgerEntryEvent.AbsorbedInternshipRecorded>("graduatetracking.absorbed_internship_recorded.v1")
        .Add<LedgerEntryEvent.PersonDeceased>("graduatetracking.person_deceased.v1")
        .Add<LedgerEntryEvent.PersonErased>("graduatetracking.person_erased.v1");

    public override void AddServices(IServiceCollection services) => services.AddSingleton<LedgerQueries>().AddSingleton<CaseRules>();

    public override void AddConsumers(ServiceMessaging messaging) => messaging
        .Consume<InternshipStartedConsumer>()
        .Consume<InternshipCompletedConsumer>()
        .Consume<InternshipEndedEarlyConsumer>()
        .Consume<InternHiredConsumer>()
        .Consume<FollowUpRequestedConsumer>();

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapLedger();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) =>
        recorded.Data is LedgerEntryEvent e ? LedgerTranslation.Of(e) : [];
}
