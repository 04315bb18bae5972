using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>One row a record of a service.</summary>
internal sealed class ServiceRecordTable : IProjection
{
    /// <summary>No two records of a prefecture have the same name.</summary>
    public const string NameConstraint = "service_records_name";

    private static readonly Table<Guid> Records = new("service_records", "record_id");
    private static readonly Column<string> Ledger = new(Records, "ledger");
    private static readonly Column<string> Region = new(Records, "region");
    private static readonly Column<DateOnly> OnDay = new(Records, "on_day");
    private static readonly Column<string> Content = new(Records, "content");
    private static readonly Column<string> RecordName = new(Records, "record_name");
    private static readonly Column<string> Status = new(Records, "status");
    private static readonly Column<bool> IsCorrected = new(Records, "is_corrected");

    public string Name => "service_records";

    public IReadOnlyList<Table> Tables => [Records];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS service_records (
            record_id uuid PRIMARY KEY,
            ledger text NOT NULL,
            region text NOT NULL,
            on_day date NOT NULL,
            content text NOT NULL,
            record_name text,
            status text NOT NULL,
            is_corrected boolean NOT NULL DEFAULT false);
        CREATE UNIQUE INDEX IF NOT EXISTS service_records_name ON service_records (record_name);
        CREATE INDEX IF NOT EXISTS service_records_by_day ON service_records (ledger, on_day, region);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ServiceRecorded e =>
            [
                Set(Records.Insert(e.Identity.RecordId), e.Content)
                    .Set(Ledger, e.Identity.Ledger).Set(Region, e.Identity.Region.Value).Set(Status, "recorded"),
            ],
            ServiceRecordCorrected e => [Set(Records.Update(e.Identity.RecordId), e.After).Set(IsCorrected, true)],
            ServiceRecordWithdrawn e => [Records.Update(e.Identity.RecordId).Set(Status, "withdrawn").Set(RecordName, null)],
            _ => [],
        };
    }

    private static RowChange Set(RowChange row, ServiceContent content) => row
        .Set(OnDay, content.On)
        .Set(Content, content.Text)
        .Set(RecordName, content.Name);
}
