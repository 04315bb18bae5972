using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>A row a cadre, a row a pairing, and one for each student who has a cadre now: a student has one.</summary>
internal sealed class PairingTable : IProjection
{
    public const string OneCadre = "paired_students_one_cadre";
    public const string OneAccount = "cadres_account_once";

    private static readonly Table<Guid> Cadres = new("cadres", "cadre_id");
    private static readonly Column<string> Account = new(Cadres, "account");
    private static readonly Column<string> CadreProgramme = new(Cadres, "programme");
    private static readonly Column<string> Unit = new(Cadres, "unit");
    private static readonly Column<string> CadreRegion = new(Cadres, "region");
    private static readonly Column<int> Students = new(Cadres, "students");
    private static readonly Column<Guid> CoverId = new(Cadres, "cover_id");
    private static readonly Column<DateOnly> CoverFrom = new(Cadres, "cover_from");
    private static readonly Column<DateOnly> CoverTo = new(Cadres, "cover_to");
    private static readonly Column<long> Version = new(Cadres, "version");

    private static readonly Table<Guid> Pairings = new("pairings", "pairing_id");
    private static readonly Column<Guid> CadreId = new(Pairings, "cadre_id");
    private static readonly Column<Guid> PersonId = new(Pairings, "person_id");
    private static readonly Column<string> Programme = new(Pairings, "programme");
    private static readonly Column<string> Region = new(Pairings, "region");
    private static readonly Column<DateOnly> BegunOn = new(Pairings, "begun_on");
    private static readonly Column<int> Recommendations = new(Pairings, "recommendations");
    private static readonly Column<DateOnly> FollowedOn = new(Pairings, "followed_on");
    private static readonly Column<string> EndReason = new(Pairings, "end_reason");
    private static readonly Column<DateOnly> EndedOn = new(Pairings, "ended_on");

    private static readonly Table<Guid> Paired = new("paired_students", "person_id");
    private static readonly Column<Guid> PairedBy = new(Paired, "cadre_id");

    public string Name => "pairings";

    public IReadOnlyList<Table> Tables => [Cadres, Pairings, Paired];

    public string Schema =>
        $"""
        CREATE TABLE IF NOT EXISTS cadres (
            cadre_id uuid PRIMARY KEY,
            account text NOT NULL,
            programme text NOT NULL,
            unit text NOT NULL,
            region text NOT NULL,
            students int NOT NULL,
            cover_id uuid,
            cover_from date,
            cover_to date,
            version bigint NOT NULL,
            CONSTRAINT {OneAccount} UNIQUE (account, programme));
        CREATE INDEX IF NOT EXISTS cadres_by_region ON cadres (region text_pattern_ops, cadre_id);
        CREATE TABLE IF NOT EXISTS pairings (
            pairing_id uuid PRIMARY KEY,
            cadre_id uuid NOT NULL,
            person_id uuid NOT NULL,
            programme text NOT NULL,
            region text NOT NULL,
            begun_on date NOT NULL,
            recommendations int NOT NULL,
            followed_on date,
            end_reason text,
            ended_on date);
        CREATE INDEX IF NOT EXISTS pairings_by_cadre ON pairings (cadre_id, pairing_id);
        CREATE INDEX IF NOT EXISTS pairings_by_person ON pairings (person_id);
        CREATE TABLE IF NOT EXISTS paired_students (
            person_id uuid NOT NULL,
            cadre_id uuid NOT NULL,
            CONSTRAINT {OneCadre} PRIMARY KEY (person_id));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        CadreRegistered e => [Insert(e.File).Set(Version, recorded.Version)],
        StudentPaired e => [Insert(e), .. Take(e.PersonId, e.CadreId, recorded.Version)],
        StudentTakenOver e => [Pairings.Update(e.Student.PairingId).Set(CadreId, e.CadreId), .. Take(e.Student.PersonId, e.CadreId, recorded.Version)],
        StudentHandedOver e => [.. Leave(e.PersonId, e.CadreId, recorded.Version)],
        PairingEnded e =>
        [
            Pairings.Update(e.PairingId).Set(EndReason, e.Reason).Set(EndedOn, e.EndedOn), .. Leave(e.PersonId, e.CadreId, recorded.Version),
        ],
        FittingJobRecommended e =>
        [
            Pairings.Update(e.PairingId).Add(Recommendations, 1).Greatest(FollowedOn, e.RecommendedOn), Move(e.CadreId, recorded.Version),
        ],
        StudentFollowed e => [Pairings.Update(e.PairingId).Greatest(FollowedOn, e.FollowedOn), Move(e.CadreId, recorded.Version)],
        CoverArranged e =>
            [Move(e.CadreId, recorded.Version).Set(CoverId, e.Cover.CadreId).Set(CoverFrom, e.Cover.From).Set(CoverTo, e.Cover.To)],
        CoverEnded e =>
            [Move(e.CadreId, recorded.Version).Set(CoverId, (Guid?)null).Set(CoverFrom, (DateOnly?)null).Set(CoverTo, (DateOnly?)null)],
        _ => [],
    };

    private static RowChange Insert(CadreFile file) => Cadres.Insert(file.CadreId)
        .Set(Account, file.Account)
        .Set(CadreProgramme, file.Programme)
        .Set(Unit, file.Unit)
        .Set(CadreRegion, file.Region)
        .Set(Students, 0);

    private static RowChange Insert(StudentPaired e) => Pairings.Insert(e.PairingId)
        .Set(CadreId, e.CadreId)
        .Set(PersonId, e.PersonId)
        .Set(Programme, e.Programme)
        .Set(Region, e.Region)
        .Set(BegunOn, e.PairedOn)
        .Set(Recommendations, 0);

    private static IEnumerable<RowChange> Take(Guid person, Guid cadre, long version) =>
        [Paired.Insert(person).Set(PairedBy, cadre), Move(cadre, version).Add(Students, 1)];

    private static IEnumerable<RowChange> Leave(Guid person, Guid cadre, long version) => [Paired.Delete(person), Move(cadre, version).Add(Students, -1)];

    private static RowChange Move(Guid cadre, long version) => Cadres.Update(cadre).Set(Version, version);
}
