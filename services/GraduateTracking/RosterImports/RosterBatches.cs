using System.Diagnostics;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using Entry = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntry,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryState,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent>;
using Import = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.RosterImports.RosterImport,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportState,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportCommand,
    YouthPlatform.GraduateTracking.RosterImports.RosterImportEvent>;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Decides what becomes of a batch of rows, as one append.</summary>
internal sealed class RosterBatches(PersonVault vault, RowRules rules, RosterUpload upload)
{
    /// <summary>The append of a batch, and the import after it.</summary>
    /// <param name="import">The import so far.</param>
    /// <param name="rows">Rows that follow each other; may be empty for the last batch.</param>
    /// <param name="last">Whether the file ends here.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<(Append Append, Import After)> DecideAsync(
        Import import, IReadOnlyList<RosterRow> rows, bool last, CancellationToken cancellationToken)
    {
        var read = rows.Select(row => (row.Number, Result: rules.Read(row))).ToList();
        var entries = read.Select(r => r.Result.Entry).OfType<RosterEntry>()
            .ToDictionary(e => e.Row, e => (Entry: e, Code: vault.LookupOf(e.Person.CitizenId)));
        var known = await vault.FindAsync([.. entries.Values.Select(e => e.Code)], cancellationToken);

        List<RowRemark> remarks = [];
        Dictionary<string, NewPerson> people = [];
        List<StreamAppend> opened = [];
        foreach (var (row, (_, problem)) in read)
        {
            if (problem is not null)
            {
                remarks.Add(new RowRemark(row, RowStatus.Rejected, problem));
                continue;
            }

            var (entry, lookup) = entries[row];
            var code = Convert.ToHexString(lookup);
            if (people.ContainsKey(code))
            {
                remarks.Add(new RowRemark(row, RowStatus.DuplicateInFile, RowCodes.DuplicateInFile));
            }
            else if (known.TryGetValue(code, out var person))
            {
                remarks.AddRange(RemarkOf(row, person.Origin));
            }
            else
            {
                var added = new NewPerson(Guid.CreateVersion7(upload.Now), entry.Person, new PersonOrigin(upload.ImportId, row));
                people.Add(code, added);
                opened.Add(Open(added.PersonId, entry));
            }
        }

        var (progress, after) = Progress(import, rows, remarks, last);
        var append = new Append([progress, .. opened], new EventMetadata(upload.Actor, Activity.Current?.Id))
        {
            Statements = vault.Store(people.Values),
        };
        return (append, after);
    }

    /// <summary>A person that this very row opened, before the file was refused and sent again, needs no remark.</summary>
    private IEnumerable<RowRemark> RemarkOf(long row, PersonOrigin origin) =>
        origin.Intake != upload.ImportId ? [new(row, RowStatus.AlreadyKnown, RowCodes.AlreadyKnown)]
        : origin.Row != row ? [new(row, RowStatus.DuplicateInFile, RowCodes.DuplicateInFile)]
        : [];

    private StreamAppend Open(Guid personId, RosterEntry entry) =>
        Entry.From(new EventStream(LedgerEntry.StreamOf(personId), 0, [])).Decide(new LedgerEntryCommand.OpenLedgerEntry(
            personId,
            entry.Region,
            entry.AssignedBy,
            entry.EducationLevel,
            entry.LeftSchoolOn,
            entry.HardshipCategories,
            EntrySource.EducationRoster,
            upload.ImportId,
            upload.Today)).Append;

    private (StreamAppend Append, Import After) Progress(Import import, IReadOnlyList<RosterRow> rows, IReadOnlyList<RowRemark> remarks, bool last)
    {
        string[] regions = [.. upload.Regions.Select(region => region.Value)];
        List<RosterImportCommand> commands = [new RosterImportCommand.StartRosterImport(upload.ImportId, upload.Digest, regions, upload.Today)];
        if (rows.Count > 0)
        {
            commands.Add(new RosterImportCommand.ReadRosterRows(rows[0].Number, rows[^1].Number, remarks));
        }

        if (last)
        {
            commands.Add(new RosterImportCommand.CompleteRosterImport(upload.Today));
        }

        var after = import;
        List<object> events = [];
        foreach (var command in commands)
        {
            var decision = after.Decide(command);
            events.AddRange(decision.Append.Events);
            after = after with { State = decision.State, Version = decision.Version };
        }

        return (new StreamAppend(import.Stream, import.Version, events), after);
    }
}
