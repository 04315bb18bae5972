using YouthPlatform.EventStore;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Which forms were submitted, when and by whom.</summary>
internal sealed class FormProjection : IProjection
{
    public const string ProjectionName = "forms";

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables => ["form_submissions"];

    public string Schema => """
        CREATE TABLE IF NOT EXISTS form_submissions (
            form text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            region text COLLATE "C" NOT NULL,
            due_on date NOT NULL,
            submitted_on date NOT NULL,
            submitted_by text NOT NULL,
            PRIMARY KEY (form, month, region));
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded.Data is FormSubmitted e)
        {
            yield return new SqlStatement(
                """
                INSERT INTO form_submissions (form, month, region, due_on, submitted_on, submitted_by)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                e.Form,
                e.Month.ToString(),
                e.Region.Value,
                e.DueOn,
                e.SubmittedOn,
                e.SubmittedBy);
        }
    }
}
