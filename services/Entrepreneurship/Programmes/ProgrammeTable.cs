using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>One row a programme and year.</summary>
internal sealed class ProgrammeTable : IProjection
{
    private static readonly Table<string> Programmes = new("programmes", "call");
    private static readonly Column<string> Programme = new(Programmes, "programme");
    private static readonly Column<int> Year = new(Programmes, "year");
    private static readonly Column<string> Region = new(Programmes, "region");
    private static readonly Column<DateOnly> OpensOn = new(Programmes, "opens_on");
    private static readonly Column<DateOnly> ClosesOn = new(Programmes, "closes_on");
    private static readonly Column<string> State = new(Programmes, "state");

    public string Name => "programmes";

    public IReadOnlyList<Table> Tables => [Programmes];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS programmes (
            call text PRIMARY KEY,
            programme text NOT NULL,
            year int NOT NULL,
            region text NOT NULL,
            opens_on date NOT NULL,
            closes_on date NOT NULL,
            state text NOT NULL);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ProgrammeOpened e =>
            [
                Programmes.Insert(e.Call.ToString()).Set(Programme, e.Call.Programme).Set(Year, e.Call.Year).Set(Region, e.Terms.Region.Value)
                    .Set(OpensOn, e.Terms.OpensOn).Set(ClosesOn, e.Terms.ClosesOn).Set(State, "open"),
            ],
            ApplicationsClosed e => [Move(e.Call, "applications_closed")],
            PanelDrawn e => [Move(e.Call, "in_review")],
            ProjectsRanked e => [Move(e.Call, "ranked")],
            SelectionProposed e => [Move(e.Call, "proposed")],
            NoticePublished e => [Move(e.Call, "in_notice")],
            SelectionDecided e => [Move(e.Call, "decided")],
            _ => [],
        };
    }

    private static RowChange Move(CallKey call, string state) => Programmes.Update(call.ToString()).Set(State, state);
}
