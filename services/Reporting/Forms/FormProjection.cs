using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Which forms were submitted, when and by whom.</summary>
internal sealed class FormProjection : IProjection
{
    public const string ProjectionName = "forms";

    private static readonly Table<(string Form, string Month, string Region)> Submissions = new("form_submissions", "form", "month", "region");
    private static readonly Column<DateOnly> DueOn = new(Submissions, "due_on");
    private static readonly Column<DateOnly> SubmittedOn = new(Submissions, "submitted_on");
    private static readonly Column<string> SubmittedBy = new(Submissions, "submitted_by");

    public string Name => ProjectionName;

    public IReadOnlyList<Table> Tables => [Submissions];

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

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data is FormSubmitted e
            ? [Submissions.Insert((e.Form, e.Month.ToString(), e.Region.Value))
                .Set(DueOn, e.DueOn)
                .Set(SubmittedOn, e.SubmittedOn)
                .Set(SubmittedBy, e.SubmittedBy)]
            : [];
    }
}
