using System.ComponentModel;
using Npgsql;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>A cadre in a list.</summary>
internal sealed record CadreRow(
    Guid CadreId,
    string Account,
    string Programme,
    string Unit,
    string Region,
    int Students,
    [property: Description("Fewest students that a cadre is to have (G3 §三(三)1)")] int AtLeast,
    [property: Description("Students with fewer recommendations than each is to get")] int LackingRecommendations,
    [property: Description("Students whom the ledger knows to be employed, so that the pairing can end")] int Employed,
    [property: Description("Who acts for the cadre today")] Guid? CoveredBy)
{
    /// <summary>Regions of the cadres of some regions, to look the figures up for.</summary>
    public const string Regions = "SELECT DISTINCT region FROM cadres WHERE region LIKE ANY ($1)";

    /// <summary>$1 is today, $2 to $4 the regions with the figures in force there, $5 below only, $6 and $7 the page.</summary>
    public const string Select =
        """
        SELECT c.cadre_id, c.account, c.programme, c.unit, c.region, c.students, f.at_least, s.lacking, s.employed,
            CASE WHEN $1 BETWEEN c.cover_from AND c.cover_to THEN c.cover_id END
        FROM cadres c JOIN unnest($2::text[], $3::int[], $4::int[]) AS f (region, at_least, recommendations_min) USING (region)
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE p.recommendations < f.recommendations_min)::int AS lacking,
                count(*) FILTER (WHERE a.duty = 'employed')::int AS employed
            FROM pairings p LEFT JOIN assistance a ON a.person_id = p.person_id WHERE p.cadre_id = c.cadre_id AND p.ended_on IS NULL) s
        WHERE (NOT $5 OR c.students < f.at_least) AND c.cadre_id > $6 ORDER BY c.cadre_id LIMIT $7
        """;

    public static CadreRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetInt32(6),
        row.GetInt32(7),
        row.GetInt32(8),
        row.IsDBNull(9) ? null : row.GetGuid(9));
}

/// <summary>A cadre with the students.</summary>
internal sealed record CadreView(
    Guid CadreId,
    string Account,
    string Programme,
    string Unit,
    string Region,
    [property: Description("Who acts for the cadre, and until when")] Cover? Cover,
    IEnumerable<StudentView> Students)
{
    public static CadreView Of(CadreState state) => state is CadreState.Registered { File: var file } cadre
        ? new(file.CadreId, file.Account, file.Programme, file.Unit, file.Region, cadre.Cover, cadre.Students.Values.OrderBy(s => s.PairingId).Select(StudentView.Of))
        : throw new InvalidOperationException("A cadre who was never registered has no view.");
}

/// <summary>A student of a cadre.</summary>
internal sealed record StudentView(Guid PairingId, Guid PersonId, string Region, DateOnly BegunOn, IEnumerable<FittingJob> Recommended)
{
    public static StudentView Of(PairedStudent student) =>
        new(student.PairingId, student.PersonId, student.Region, student.BegunOn, student.Recommended.OrderBy(known => known.Key).Select(known => known.Value));
}

/// <summary>How far the pairings of a programme are.</summary>
internal sealed record PairingProgress(
    string Programme,
    [property: Description("Students with a pairing, each counted once")] int Paired,
    [property: Description("Of them found work")] int Employed,
    [property: Description("Employed students that the year owes; null where no document sets a number")] decimal? Target)
{
    public const string Select =
        """
        SELECT programme, count(DISTINCT person_id)::int, count(DISTINCT person_id) FILTER (WHERE end_reason = 'employed')::int
        FROM pairings WHERE region LIKE ANY ($1) GROUP BY programme ORDER BY programme
        """;
}
