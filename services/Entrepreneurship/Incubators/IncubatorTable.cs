using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Incubators;

/// <summary>One row an incubator; one application or certification a firm and region.</summary>
internal sealed class IncubatorTable : IProjection
{
    private static readonly Table<Guid> Incubators = new("incubators", "incubator_id");
    private static readonly Column<string> Title = new(Incubators, "name");
    private static readonly Column<string> CreditCode = new(Incubators, "credit_code");
    private static readonly Column<string> Region = new(Incubators, "region");
    private static readonly Column<string> State = new(Incubators, "state");
    private static readonly Column<int> Places = new(Incubators, "places");
    private static readonly Column<int> Tenants = new(Incubators, "tenants");
    private static readonly Column<DateOnly> Until = new(Incubators, "certified_until");
    private static readonly Column<int> CheckedYear = new(Incubators, "checked_year");

    public string Name => "incubators";

    public IReadOnlyList<Table> Tables => [Incubators];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS incubators (
            incubator_id uuid PRIMARY KEY,
            name text NOT NULL,
            credit_code text NOT NULL,
            region text NOT NULL,
            state text NOT NULL,
            places int NOT NULL,
            tenants int NOT NULL,
            certified_until date,
            checked_year int);
        CREATE UNIQUE INDEX IF NOT EXISTS incubators_once ON incubators (credit_code, region) WHERE state IN ('applied', 'certified');
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            IncubatorApplied e =>
            [
                Incubators.Insert(e.File.IncubatorId).Set(Title, e.File.Name).Set(CreditCode, e.File.CreditCode).Set(Region, e.File.Region.Value)
                    .Set(State, "applied").Set(Places, e.File.Places).Set(Tenants, 0),
            ],
            IncubatorCertified e => [Incubators.Update(e.File.IncubatorId).Set(State, "certified").Set(Until, e.Until)],
            IncubatorRefused e => [Incubators.Update(e.IncubatorId).Set(State, "refused")],
            SpaceGranted e => [Incubators.Update(e.IncubatorId).Add(Tenants, 1)],
            TenancyEnded e => [Incubators.Update(e.IncubatorId).Add(Tenants, -1)],
            YearlyCheckPassed e => [Incubators.Update(e.IncubatorId).Set(CheckedYear, e.Year)],
            CertificationRevoked e => [Incubators.Update(e.IncubatorId).Set(State, "revoked")],
            _ => [],
        };
    }
}
