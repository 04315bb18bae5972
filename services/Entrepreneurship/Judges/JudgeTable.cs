using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Judges;

/// <summary>One row a judge, and one a tie; colleges are ties too.</summary>
internal sealed class JudgeTable : IProjection
{
    private static readonly Table<string> Judges = new("judges", "account");
    private static readonly Column<string> Region = new(Judges, "region");
    private static readonly Column<bool> IsActive = new(Judges, "is_active");

    private static readonly Table<(string Account, string Kind, string Value)> Ties = new("judge_ties", "account", "kind", "value");
    private static readonly Column<DateOnly> DeclaredOn = new(Ties, "declared_on");

    public string Name => "judges";

    public IReadOnlyList<Table> Tables => [Judges, Ties];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS judges (account text PRIMARY KEY, region text NOT NULL, is_active bool NOT NULL);
        CREATE TABLE IF NOT EXISTS judge_ties (
            account text NOT NULL,
            kind text NOT NULL,
            value text NOT NULL,
            declared_on date NOT NULL,
            PRIMARY KEY (account, kind, value));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            JudgeRegistered e =>
            [
                Judges.Insert(e.File.Account).Set(Region, e.File.Region.Value).Set(IsActive, true),
                .. e.File.Colleges.Distinct().Select(college => Tied(e.File.Account, new("college", college), e.RegisteredOn)),
            ],
            TiesDeclared e => e.Ties.Select(tie => Tied(e.Account, tie, e.DeclaredOn)),
            JudgeRetired e => [Judges.Update(e.Account).Set(IsActive, false)],
            _ => [],
        };
    }

    private static RowChange Tied(string account, Tie tie, DateOnly on) => Ties.Upsert((account, tie.Kind, tie.Value)).Initially(DeclaredOn, on);
}
