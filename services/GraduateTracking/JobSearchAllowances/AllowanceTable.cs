using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.JobSearchAllowances;

/// <summary>A row a person who applied.</summary>
internal sealed class AllowanceTable : IProjection
{
    private static readonly Table<Guid> Allowances = new("job_search_allowances", "person_id");
    private static readonly Column<string> Region = new(Allowances, "region");
    private static readonly Column<string> Kind = new(Allowances, "kind");
    private static readonly Column<decimal> Amount = new(Allowances, "amount");
    private static readonly Column<DateOnly> AppliedOn = new(Allowances, "applied_on");
    private static readonly Column<string> Status = new(Allowances, "status");

    public string Name => "job_search_allowances";

    public IReadOnlyList<Table> Tables => [Allowances];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS job_search_allowances (
            person_id uuid PRIMARY KEY,
            region text NOT NULL,
            kind text NOT NULL,
            amount numeric(14, 2) NOT NULL,
            applied_on date NOT NULL,
            status text NOT NULL);
        CREATE INDEX IF NOT EXISTS job_search_allowances_by_region ON job_search_allowances (region text_pattern_ops, person_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        AllowanceApplied { File: var file } =>
        [
            Allowances.Upsert(file.PersonId).Set(Region, file.Region).Set(Kind, file.Kind).Set(Amount, file.Amount.Amount).Set(AppliedOn, file.AppliedOn)
                .Set(Status, "applied"),
        ],
        AllowanceApproved e => [Allowances.Update(e.File.PersonId).Set(Status, "approved")],
        AllowanceRejected e => [Allowances.Update(e.PersonId).Set(Status, "rejected")],
        _ => [],
    };
}
