using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>One row a text that counts, or was taken back.</summary>
internal sealed class HighlightTable : IProjection
{
    private static readonly Table<Guid> Texts = new("highlights", "highlight_id");
    private static readonly Column<string> Region = new(Texts, "region");
    private static readonly Column<string> Month = new(Texts, "month");
    private static readonly Column<string> Title = new(Texts, "title");
    private static readonly Column<int> Length = new(Texts, "length");
    private static readonly Column<DateOnly> DueOn = new(Texts, "due_on");
    private static readonly Column<DateOnly> FiledOn = new(Texts, "filed_on");
    private static readonly Column<string> Status = new(Texts, "status");

    public string Name => "highlights";

    public IReadOnlyList<Table> Tables => [Texts];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS highlights (
            highlight_id uuid PRIMARY KEY,
            region text COLLATE "C" NOT NULL,
            month text COLLATE "C" NOT NULL,
            title text NOT NULL,
            length int NOT NULL,
            due_on date NOT NULL,
            filed_on date NOT NULL,
            status text NOT NULL);
        CREATE INDEX IF NOT EXISTS highlights_by_month ON highlights (month, region);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HighlightFiled e =>
            [
                Texts.Insert(e.File.HighlightId).Set(Region, e.File.Region.Value).Set(Month, e.File.Month.ToString()).Set(Title, e.File.Title)
                    .Set(Length, e.File.Length).Set(DueOn, e.DueOn).Set(FiledOn, e.FiledOn).Set(Status, "filed"),
            ],
            HighlightRevised e => [Texts.Update(e.File.HighlightId).Set(Title, e.File.Title).Set(Length, e.File.Length)],
            HighlightCommended e => [Texts.Update(e.HighlightId).Set(Status, "commended")],
            HighlightWithdrawn e => [Texts.Update(e.HighlightId).Set(Status, "withdrawn")],
            _ => [],
        };
    }
}
