using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using static YouthPlatform.GraduateTracking.Duplicates.DuplicateEvent;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Pairs of entries that may be of one person.</summary>
internal sealed class DuplicateTable : IProjection
{
    private static readonly Table<Guid> Cases = new("duplicates", "case_id");
    private static readonly Column<Guid> First = new(Cases, "first_person_id");
    private static readonly Column<Guid> Second = new(Cases, "second_person_id");
    private static readonly Column<string> Region = new(Cases, "region");
    private static readonly Column<string[]> Signs = new(Cases, "signs");
    private static readonly Column<int> Points = new(Cases, "points");
    private static readonly Column<DateOnly> FoundOn = new(Cases, "found_on");
    private static readonly Column<string> Status = new(Cases, "status");
    private static readonly Column<Guid> Survivor = new(Cases, "survivor_id");
    private static readonly Column<string> Reason = new(Cases, "reason");
    private static readonly Column<string> DecidedBy = new(Cases, "decided_by");
    private static readonly Column<DateOnly> DecidedOn = new(Cases, "decided_on");
    private static readonly Column<long> Version = new(Cases, "version");

    public string Name => "duplicates";

    public IReadOnlyList<Table> Tables => [Cases];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS duplicates (
            case_id uuid PRIMARY KEY,
            first_person_id uuid NOT NULL,
            second_person_id uuid NOT NULL,
            region text NOT NULL,
            signs text[] NOT NULL,
            points integer NOT NULL,
            found_on date NOT NULL,
            status text NOT NULL,
            survivor_id uuid,
            reason text,
            decided_by text,
            decided_on date,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS duplicates_region ON duplicates (status, region text_pattern_ops, case_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        LikelyDuplicateFound e => [Insert(e).Set(Version, recorded.Version)],
        DuplicateConfirmed e => [Decide(e.CaseId, "same", e.Reason, e.DecidedBy, e.DecidedOn).Set(Survivor, e.SurvivorId).Set(Version, recorded.Version)],
        DuplicateDismissed e => [Decide(e.CaseId, "different", e.Reason, e.DecidedBy, e.DecidedOn).Set(Version, recorded.Version)],
        DuplicateUndone e =>
            [Decide(e.CaseId, "different", e.Reason, e.DecidedBy, e.DecidedOn).Set(Survivor, (Guid?)null).Set(Version, recorded.Version)],
        _ => [],
    };

    private static RowChange Insert(LikelyDuplicateFound e) => Cases.Insert(e.CaseId)
        .Set(First, e.FirstPersonId)
        .Set(Second, e.SecondPersonId)
        .Set(Region, e.Region)
        .Set(Signs, [.. e.Signs])
        .Set(Points, e.Points)
        .Set(FoundOn, e.FoundOn)
        .Set(Status, "open");

    private static RowChange Decide(Guid caseId, string status, string reason, string by, DateOnly on) =>
        Cases.Update(caseId).Set(Status, status).Set(Reason, reason).Set(DecidedBy, by).Set(DecidedOn, on);
}
