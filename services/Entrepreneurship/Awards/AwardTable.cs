using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>
/// One row an award, and one for each leader or firm that a group of programmes supports: a second award within the group breaks the key,
/// whichever programme grants it.
/// </summary>
internal sealed class AwardTable : IProjection
{
    private static readonly Table<Guid> Awards = new("awards", "project_id");
    private static readonly Column<string> Call = new(Awards, "call");
    private static readonly Column<string> Region = new(Awards, "region");
    private static readonly Column<Guid> LeaderId = new(Awards, "leader_id");
    private static readonly Column<decimal> Amount = new(Awards, "amount");
    private static readonly Column<decimal> Released = new(Awards, "released");
    private static readonly Column<string> State = new(Awards, "state");

    private static readonly Table<(string Group, string Holder)> Holders = new("award_holders", "exclusive_group", "holder");
    private static readonly Column<Guid> ProjectId = new(Holders, "project_id");

    public string Name => "awards";

    public IReadOnlyList<Table> Tables => [Awards, Holders];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS awards (
            project_id uuid PRIMARY KEY,
            call text NOT NULL,
            region text NOT NULL,
            leader_id uuid NOT NULL,
            amount numeric(14, 2) NOT NULL,
            released numeric(14, 2) NOT NULL,
            state text NOT NULL);
        CREATE INDEX IF NOT EXISTS awards_by_region ON awards (region text_pattern_ops, project_id);
        CREATE TABLE IF NOT EXISTS award_holders (
            exclusive_group text NOT NULL,
            holder text NOT NULL,
            project_id uuid NOT NULL,
            CONSTRAINT award_holders_once PRIMARY KEY (exclusive_group, holder));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            AwardGranted e =>
            [
                Insert(e.File),
                .. e.File.Holders().Select(holder => Holders.Insert((e.File.ExclusiveGroup, holder)).Set(ProjectId, e.File.ProjectId)),
            ],
            TrancheReleased e => [Awards.Update(e.ProjectId).Add(Released, e.Amount.Amount)],
            AwardRevoked e =>
            [
                Awards.Update(e.File.ProjectId).Set(State, "revoked"),
                .. e.File.Holders().Select(holder => Holders.Delete((e.File.ExclusiveGroup, holder))),
            ],
            _ => [],
        };
    }

    private static RowChange Insert(AwardFile file) => Awards.Insert(file.ProjectId)
        .Set(Call, file.Call.ToString())
        .Set(Region, file.Region.Value)
        .Set(LeaderId, file.LeaderId)
        .Set(Amount, file.Amount.Amount)
        .Set(Released, 0m)
        .Set(State, "in_force");
}
