using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>A row a graduate with a destination.</summary>
internal sealed class DestinationTable : IProjection
{
    private static readonly Table<Guid> Destinations = new("destinations", "person_id");
    private static readonly Column<Guid> DestinationId = new(Destinations, "destination_id");
    private static readonly Column<string> Region = new(Destinations, "region");
    private static readonly Column<string> Code = new(Destinations, "code");
    private static readonly Column<string> EmployerCode = new(Destinations, "employer_code");
    private static readonly Column<DateOnly> From = new(Destinations, "from_day");
    private static readonly Column<DateOnly> RegisteredOn = new(Destinations, "registered_on");
    private static readonly Column<string> Status = new(Destinations, "status");
    private static readonly Column<string> VerifiedBy = new(Destinations, "verified_by");
    private static readonly Column<int> Shared = new(Destinations, "shared");

    public string Name => "destinations";

    public IReadOnlyList<Table> Tables => [Destinations];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS destinations (
            person_id uuid PRIMARY KEY,
            destination_id uuid NOT NULL,
            region text NOT NULL,
            code text NOT NULL,
            employer_code text,
            from_day date NOT NULL,
            registered_on date NOT NULL,
            status text NOT NULL,
            verified_by text,
            shared int NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS destinations_by_region ON destinations (region text_pattern_ops, person_id);
        CREATE INDEX IF NOT EXISTS destinations_by_employer ON destinations (employer_code, person_id) WHERE employer_code IS NOT NULL;
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        DestinationRegistered { File: var file } =>
        [
            Destinations.Upsert(file.PersonId).Set(DestinationId, file.DestinationId).Set(Region, file.Region).Set(Code, file.Code)
                .Set(EmployerCode, file.EmployerCode?.Value).Set(From, file.From).Set(RegisteredOn, file.RegisteredOn).Set(Status, "registered")
                .Set(VerifiedBy, null),
        ],
        DestinationVerified e => [Destinations.Update(e.File.PersonId).Set(Status, "verified").Set(VerifiedBy, e.Verification.Source)],
        DestinationDisputed e => [Destinations.Update(e.File.PersonId).Set(Status, "disputed")],
        DestinationShared e => [Destinations.Update(e.PersonId).Add(Shared, 1)],
        _ => [],
    };
}
