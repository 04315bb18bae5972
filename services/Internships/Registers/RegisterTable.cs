using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Registers;

/// <summary>One row an import and one an entry. The entries of a withdrawn import do not count.</summary>
internal sealed class RegisterTable : IProjection
{
    private static readonly Table<Guid> Imports = new("register_imports", "import_id");
    private static readonly Column<string> ImportKind = new(Imports, "kind");
    private static readonly Column<string> Region = new(Imports, "region");
    private static readonly Column<DateOnly> AsOf = new(Imports, "as_of");
    private static readonly Column<int> Count = new(Imports, "entries");
    private static readonly Column<bool> Withdrawn = new(Imports, "withdrawn");

    private static readonly Table<(Guid Import, int Row)> Entries = new("register_entries", "import_id", "row");
    private static readonly Column<string> Kind = new(Entries, "kind");
    private static readonly Column<Guid> PersonId = new(Entries, "person_id");
    private static readonly Column<string> UnitCode = new(Entries, "unit_code");
    private static readonly Column<string> Value = new(Entries, "value");
    private static readonly Column<DateOnly> From = new(Entries, "valid_from");
    private static readonly Column<DateOnly> To = new(Entries, "valid_to");

    public string Name => "registers";

    public IReadOnlyList<Table> Tables => [Imports, Entries];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS register_imports (
            import_id uuid PRIMARY KEY,
            kind text NOT NULL,
            region text NOT NULL,
            as_of date NOT NULL,
            entries int NOT NULL,
            withdrawn bool NOT NULL);
        CREATE TABLE IF NOT EXISTS register_entries (
            import_id uuid NOT NULL,
            row int NOT NULL,
            kind text NOT NULL,
            person_id uuid,
            unit_code text,
            value text,
            valid_from date NOT NULL,
            valid_to date,
            PRIMARY KEY (import_id, row));
        CREATE INDEX IF NOT EXISTS register_entries_by_person ON register_entries (person_id, kind);
        CREATE INDEX IF NOT EXISTS register_entries_by_value ON register_entries (kind, value) WHERE value IS NOT NULL;
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            RegisterImported e => e.File.Entries.Select((entry, row) => Insert(e.File, row, entry)).Prepend(Insert(e.File)),
            RegisterWithdrawn e => Enumerable.Range(0, e.Entries).Select(row => (Change)Entries.Delete((e.ImportId, row)))
                .Prepend(Imports.Update(e.ImportId).Set(Withdrawn, true)),
            _ => [],
        };
    }

    private static RowChange Insert(RegisterFile file) => Imports.Insert(file.ImportId)
        .Set(ImportKind, file.Kind)
        .Set(Region, file.Region.Value)
        .Set(AsOf, file.AsOf)
        .Set(Count, file.Entries.Count)
        .Set(Withdrawn, false);

    private static RowChange Insert(RegisterFile file, int row, RegisterEntry entry) => Entries.Insert((file.ImportId, row))
        .Set(Kind, file.Kind)
        .Set(PersonId, entry.PersonId)
        .Set(UnitCode, entry.UnitCode)
        .Set(Value, entry.Value)
        .Set(From, entry.From)
        .Set(To, entry.To);
}
