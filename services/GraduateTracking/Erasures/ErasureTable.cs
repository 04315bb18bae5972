using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.GraduateTracking.LedgerEntries;
using static YouthPlatform.GraduateTracking.Erasures.ErasureEvent;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Requests for erasure and receipts of erasures.</summary>
internal sealed class ErasureTable : IProjection
{
    private static readonly Table<Guid> Erasures = new("erasures", "erasure_id");
    private static readonly Column<Guid[]> People = new(Erasures, "person_ids");
    private static readonly Column<string> Region = new(Erasures, "region");
    private static readonly Column<string> Ground = new(Erasures, "ground");
    private static readonly Column<string> Status = new(Erasures, "status");
    private static readonly Column<string> RequestedBy = new(Erasures, "requested_by");
    private static readonly Column<DateOnly> RequestedOn = new(Erasures, "requested_on");
    private static readonly Column<string> Reason = new(Erasures, "reason");
    private static readonly Column<string> DecidedBy = new(Erasures, "decided_by");
    private static readonly Column<DateOnly> DecidedOn = new(Erasures, "decided_on");
    private static readonly Column<long> Version = new(Erasures, "version");

    public string Name => "erasures";

    public IReadOnlyList<Table> Tables => [Erasures];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS erasures (
            erasure_id uuid PRIMARY KEY,
            person_ids uuid[] NOT NULL,
            region text NOT NULL,
            ground text NOT NULL,
            status text NOT NULL,
            requested_by text,
            requested_on date,
            reason text,
            decided_by text,
            decided_on date,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS erasures_region ON erasures (region text_pattern_ops, erasure_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        ErasureRequested e =>
        [
            Erasures.Insert(e.ErasureId).Set(People, [e.PersonId]).Set(Region, e.Region).Set(Ground, Names.Of(ErasureGround.Request))
                .Set(Status, "requested").Set(RequestedBy, e.RequestedBy).Set(RequestedOn, e.RequestedOn).Set(Version, recorded.Version),
        ],
        ErasureRefused e =>
        [
            Erasures.Update(e.ErasureId).Set(Status, "refused").Set(Reason, e.Reason).Set(DecidedBy, e.RefusedBy).Set(DecidedOn, e.RefusedOn)
                .Set(Version, recorded.Version),
        ],
        ErasureCarriedOut e =>
        [
            Erasures.Upsert(e.ErasureId).Set(People, [.. e.PersonIds]).Set(Region, e.Region).Set(Ground, Names.Of(e.Ground))
                .Set(Status, "carried_out").Set(DecidedBy, e.CarriedOutBy).Set(DecidedOn, e.CarriedOutOn).Set(Version, recorded.Version),
        ],
        _ => [],
    };
}
