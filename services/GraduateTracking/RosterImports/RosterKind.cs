using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Rosters of the education department (H32 §二(六)15). They are personal data, so a file is never stored as it came.</summary>
internal sealed class RosterKind(PersonVault vault, PolicyData policy) : ImportKind
{
    public override string Name => "roster";

    public override bool KeepsContent => false;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(RosterColumns.Name, true, "姓名"),
        new(RosterColumns.CitizenId, true, "身份证号", "身份证号码", "公民身份号码"),
        new(RosterColumns.Phone, true, "手机号", "手机号码", "联系电话"),
        new(RosterColumns.School, true, "毕业院校", "毕业学校", "学校"),
        new(RosterColumns.EducationLevel, true, "学历", "学历层次"),
        new(RosterColumns.LeftSchoolOn, true, "离校日期", "毕业日期"),
        new(RosterColumns.HouseholdRegion, true, "户籍地区划代码", "户籍地"),
        new(RosterColumns.ResidenceRegion, false, "常住地区划代码", "常住地"),
        new(RosterColumns.Hardship, false, "困难类别", "困难类型"),
    ];

    public override string? ReasonOf(string code) => RowCodes.ReasonOf(code);

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var rules = new RowRules(policy, [.. job.Scope.Regions.Select(region => RegionCode.Parse(region))], job.Today);
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
                remarks.AddRange(RemarkOf(job, row, person.Origin));
            }
            else
            {
                var added = new NewPerson(job.NewId(), entry.Person, new PersonOrigin(job.ImportId, row));
                people.Add(code, added);
                opened.Add(Open(job, added.PersonId, entry));
            }
        }

        return new BatchDecision(opened, vault.Store(people.Values), remarks);
    }

    /// <summary>A person that this very row opened, before the file was refused and sent again, needs no remark.</summary>
    private static IEnumerable<RowRemark> RemarkOf(ImportJob job, long row, PersonOrigin origin) =>
        origin.Intake != job.ImportId ? [new(row, RowStatus.AlreadyKnown, RowCodes.AlreadyKnown)]
        : origin.Row != row ? [new(row, RowStatus.DuplicateInFile, RowCodes.DuplicateInFile)]
        : [];

    private static StreamAppend Open(ImportJob job, Guid personId, RosterEntry entry) =>
        LedgerEntryAggregate.From(new EventStream(LedgerEntry.StreamOf(personId), 0, [])).Decide(new LedgerEntryCommand.OpenLedgerEntry(
            personId,
            entry.Region,
            entry.AssignedBy,
            entry.EducationLevel,
            entry.LeftSchoolOn,
            entry.HardshipCategories,
            EntrySource.EducationRoster,
            job.ImportId,
            entry.Age,
            job.Today)).Append;
}
