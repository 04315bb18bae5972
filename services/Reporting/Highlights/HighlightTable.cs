using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>One row a text: a draft, one that counts, or one that was taken back.</summary>
internal sealed class HighlightTable : IProjection
{
    private static readonly Table<Guid> Texts = new("highlights", "highlight_id");
    private static readonly Column<string> Region = new(Texts, "region");
    private static readonly Column<string> Month = new(Texts, "month");
    private static readonly Column<string> Title = new(Texts, "title");
    private static readonly Column<string> Text = new(Texts, "text");
    private static readonly Column<string> Note = new(Texts, "note");
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
            text text NOT NULL,
            note text,
            length int NOT NULL,
            due_on date NOT NULL,
            filed_on date,
            status text NOT NULL);
        CREATE INDEX IF NOT EXISTS highlights_by_month ON highlights (month, region);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HighlightDrafted e => [Written(Texts.Upsert(e.File.HighlightId), e.File).Set(DueOn, e.DueOn).Set(Status, HighlightStatus.Draft)],
            HighlightDiscarded e => [Texts.Delete(e.HighlightId)],
            HighlightFiled e =>
            [
                Written(Texts.Upsert(e.File.HighlightId), e.File).Set(DueOn, e.DueOn).Set(FiledOn, e.FiledOn).Set(Status, HighlightStatus.Filed),
            ],
            HighlightRevised e => [Written(Texts.Update(e.File.HighlightId), e.File)],
            HighlightCommended e => [Texts.Update(e.HighlightId).Set(Status, HighlightStatus.Commended).Set(Note, e.Note)],
            HighlightWithdrawn e => [Texts.Update(e.HighlightId).Set(Status, HighlightStatus.Withdrawn).Set(Note, e.Reason)],
            _ => [],
        };
    }

    private static RowChange Written(RowChange row, HighlightFile file) => row
        .Set(Region, file.Region.Value).Set(Month, file.Month.ToString()).Set(Title, file.Title).Set(Text, file.Text).Set(Length, file.Length);
}

/// <summary>Where a text stands, in the table and over HTTP.</summary>
internal static class HighlightStatus
{
    public const string Draft = "draft";
    public const string Filed = "filed";
    public const string Commended = "commended";
    public const string Withdrawn = "withdrawn";
    public const string Discarded = "discarded";
}
