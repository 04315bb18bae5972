using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Registers;

/// <summary>One row a register and one an entry. A withdrawn register keeps its entries; whoever looks leaves them out.</summary>
internal sealed class RegisterTable : IProjection
{
    private static readonly Table<Guid> Registers = new("registers", "import_id");
    private static readonly Column<string> RegisterKind = new(Registers, "kind");
    private static readonly Column<string> Region = new(Registers, "region");
    private static readonly Column<DateOnly> AsOf = new(Registers, "as_of");
    private static readonly Column<int> Count = new(Registers, "entries");
    private static readonly Column<bool> Withdrawn = new(Registers, "withdrawn");

    private static readonly Table<(Guid Import, long Number)> Entries = new("register_entries", "import_id", "number");
    private static readonly Column<string> Kind = new(Entries, "kind");
    private static readonly Column<Guid> PersonId = new(Entries, "person_id");
    private static readonly Column<string> UnitCode = new(Entries, "unit_code");
    private static readonly Column<string> Value = new(Entries, "value");
    private static readonly Column<DateOnly> From = new(Entries, "valid_from");
    private static readonly Column<DateOnly> To = new(Entries, "valid_to");

    public string Name => "registers";

    public IReadOnlyList<Table> Tables => [Registers, Entries];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS registers (
            import_id uuid PRIMARY KEY,
            kind text NOT NULL,
            region text NOT NULL,
            as_of date,
            entries int NOT NULL,
            withdrawn bool NOT NULL);
        CREATE TABLE IF NOT EXISTS register_entries (
            import_id uuid NOT NULL,
            number bigint NOT NULL,
            kind text NOT NULL,
            person_id uuid,
            unit_code text,
            value text,
            valid_from date NOT NULL,
            valid_to date,
            PRIMARY KEY (import_id, number));
        CREATE INDEX IF NOT EXISTS register_entries_by_person ON register_entries (person_id, kind);
        CREATE INDEX IF NOT EXISTS register_entries_by_value ON register_entries (kind, value) WHERE value IS NOT NULL;
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            RegisterBegun e => [Insert(e.Source)],
            RegisterEntriesTaken e => e.Entries.Select((entry, index) => (Change)Insert(e, e.FromRow + index, entry))
                .Prepend(Registers.Update(e.ImportId).Greatest(AsOf, e.AsOf).Add(Count, e.Entries.Count)),
            RegisterWithdrawn e => [Registers.Update(e.ImportId).Set(Withdrawn, true)],
            _ => [],
        };
    }

    private static RowChange Insert(RegisterSource source) => Registers.Insert(source.ImportId)
        .Set(RegisterKind, source.Kind)
        .Set(Region, source.Region.Value)
        .Set(Count, 0)
        .Set(Withdrawn, false);

    private static RowChange Insert(RegisterEntriesTaken taken, long number, RegisterEntry entry) => Entries.Insert((taken.ImportId, number))
        .Set(Kind, taken.Kind)
        .Set(PersonId, entry.PersonId)
        .Set(UnitCode, entry.UnitCode)
        .Set(Value, entry.Value)
        .Set(From, entry.From)
        .Set(To, entry.To);
}
