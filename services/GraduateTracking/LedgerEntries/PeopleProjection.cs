using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What is known of an entry beside its own row: sources, officers, transfers, unemployment, follow-ups that were asked for.</summary>
internal sealed class PeopleProjection : IProjection
{
    private static readonly Table<(Guid Person, string Source)> Sources = new("ledger_sources", "person_id", "source");
    private static readonly Column<Guid> SourceId = new(Sources, "source_id");
    private static readonly Column<DateOnly> AddedOn = new(Sources, "added_on");

    private static readonly Table<(Guid Person, string Region)> Officers = new("ledger_officers", "person_id", "region");
    private static readonly Column<string> Officer = new(Officers, "officer");
    private static readonly Column<DateOnly> AssignedOn = new(Officers, "assigned_on");

    private static readonly Table<Guid> Transfers = new("ledger_transfers", "transfer_id");
    private static readonly Column<Guid> TransferredPerson = new(Transfers, "person_id");
    private static readonly Column<string> From = new(Transfers, "from_region");
    private static readonly Column<string> To = new(Transfers, "to_region");
    private static readonly Column<string> Place = new(Transfers, "place");
    private static readonly Column<DateOnly> Until = new(Transfers, "until");
    private static readonly Column<string> Status = new(Transfers, "status");
    private static readonly Column<string> Reason = new(Transfers, "reason");
    private static readonly Column<DateOnly> ProposedOn = new(Transfers, "proposed_on");
    private static readonly Column<DateOnly> AnsweredOn = new(Transfers, "answered_on");

    private static readonly Table<(Guid Person, DateOnly RegisteredOn)> Unemployment = new("ledger_unemployment", "person_id", "registered_on");
    private static readonly Column<string> RegisterRegion = new(Unemployment, "region");
    private static readonly Column<int> Age = new(Unemployment, "age");
    private static readonly Column<DateOnly> EndedOn = new(Unemployment, "ended_on");

    private static readonly Table<(Guid Person, Guid Placement)> FollowUps = new("ledger_follow_ups", "person_id", "placement_id");
    private static readonly Column<Guid> UnitId = new(FollowUps, "unit_id");
    private static readonly Column<DateOnly> RequestedOn = new(FollowUps, "requested_on");

    public string Name => "ledger_people";

    public IReadOnlyList<Table> Tables => [Sources, Officers, Transfers, Unemployment, FollowUps];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS ledger_sources (
            person_id uuid NOT NULL,
            source text NOT NULL,
            source_id uuid NOT NULL,
            added_on date NOT NULL,
            PRIMARY KEY (person_id, source));
        CREATE TABLE IF NOT EXISTS ledger_officers (
            person_id uuid NOT NULL,
            region text NOT NULL,
            officer text,
            assigned_on date NOT NULL,
            PRIMARY KEY (person_id, region));
        CREATE INDEX IF NOT EXISTS ledger_officers_officer ON ledger_officers (officer, person_id) WHERE officer IS NOT NULL;
        CREATE TABLE IF NOT EXISTS ledger_transfers (
            transfer_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            from_region text NOT NULL,
            to_region text NOT NULL,
            place text NOT NULL,
            until date,
            status text NOT NULL,
            reason text,
            proposed_on date NOT NULL,
            answered_on date);
        CREATE INDEX IF NOT EXISTS ledger_transfers_to ON ledger_transfers (to_region text_pattern_ops, transfer_id);
        CREATE INDEX IF NOT EXISTS ledger_transfers_from ON ledger_transfers (from_region text_pattern_ops, transfer_id);
        CREATE TABLE IF NOT EXISTS ledger_unemployment (
            person_id uuid NOT NULL,
            registered_on date NOT NULL,
            region text NOT NULL,
            age integer NOT NULL,
            ended_on date,
            PRIMARY KEY (person_id, registered_on));
        CREATE TABLE IF NOT EXISTS ledger_follow_ups (
            person_id uuid NOT NULL,
            placement_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            requested_on date NOT NULL,
            PRIMARY KEY (person_id, placement_id));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryOpened e => [Found(e.PersonId, e.Source, e.SourceId, e.OpenedOn)],
        SourceAdded e => [Found(e.PersonId, e.Source, e.SourceId, e.AddedOn)],
        OfficerAssigned e => [Officers.Upsert((e.PersonId, e.Region)).Set(Officer, e.Officer).Set(AssignedOn, e.AssignedOn)],
        TransferProposed e => [Insert(e)],
        TransferAccepted e => [Answer(e.TransferId, "accepted", e.AcceptedOn)],
        TransferRefused e => [Answer(e.TransferId, "refused", e.RefusedOn).Set(Reason, e.Reason)],
        TransferWithdrawn e => [Answer(e.TransferId, "withdrawn", e.WithdrawnOn)],
        UnemploymentRegistered e =>
            [Unemployment.Insert((e.PersonId, e.RegisteredOn)).Set(RegisterRegion, e.Region).Set(Age, e.AgeOnRegistration)],
        UnemploymentEnded e => [Unemployment.Update((e.PersonId, e.RegisteredOn)).Set(EndedOn, e.EndedOn)],
        FollowUpRequested e => [FollowUps.Insert((e.PersonId, e.PlacementId)).Set(UnitId, e.UnitId).Set(RequestedOn, e.RequestedOn)],
        _ => [],
    };

    private static RowChange Found(Guid person, EntrySource source, Guid sourceId, DateOnly on) =>
        Sources.Insert((person, Names.Of(source))).Set(SourceId, sourceId).Set(AddedOn, on);

    private static RowChange Insert(TransferProposed e) => Transfers.Insert(e.TransferId)
        .Set(TransferredPerson, e.PersonId)
        .Set(From, e.From)
        .Set(To, e.To)
        .Set(Place, Names.Of(e.Place))
        .Set(Until, e.Until)
        .Set(Status, "pending")
        .Set(ProposedOn, e.ProposedOn);

    private static RowChange Answer(Guid transferId, string status, DateOnly on) => Transfers.Update(transferId).Set(Status, status).Set(AnsweredOn, on);
}
