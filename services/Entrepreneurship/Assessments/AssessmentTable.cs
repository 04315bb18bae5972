using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>One row a project and judge.</summary>
internal sealed class AssessmentTable : IProjection
{
    private static readonly Table<(Guid Project, string Judge)> Assessments = new("assessments", "project_id", "judge");
    private static readonly Column<string> Call = new(Assessments, "call");
    private static readonly Column<decimal> Total = new(Assessments, "total");
    private static readonly Column<bool> IsRecused = new(Assessments, "is_recused");

    public string Name => "assessments";

    public IReadOnlyList<Table> Tables => [Assessments];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS assessments (
            project_id uuid NOT NULL,
            judge text NOT NULL,
            call text NOT NULL,
            total numeric(6, 2),
            is_recused bool NOT NULL,
            PRIMARY KEY (project_id, judge));
        CREATE INDEX IF NOT EXISTS assessments_by_judge ON assessments (judge, project_id);
        CREATE INDEX IF NOT EXISTS assessments_by_call ON assessments (call, project_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PanelAssigned e => e.Judges.Select(judge => Insert(e.ProjectId, judge, e.Call.ToString())),
            ScoreGiven e => [Assessments.Update((e.ProjectId, e.Scoring.Judge)).Set(Total, e.Scoring.ToTotal())],
            JudgeReplaced e =>
            [
                Assessments.Update((e.ProjectId, e.Judge)).Set(IsRecused, true),
                Insert(e.ProjectId, e.Replacement, e.Call.ToString()),
            ],
            _ => [],
        };
    }

    private static RowChange Insert(Guid project, string judge, string call) =>
        Assessments.Insert((project, judge)).Set(Call, call).Set(IsRecused, false);
}
