using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>A file of people. It is personal data, so it is never stored as it came.</summary>
internal abstract class PersonFile(IntakeBook book, PolicyData policy, EntrySource source) : ImportKind
{
    public sealed override bool KeepsContent => false;

    protected static IReadOnlyList<ImportColumn> PersonColumns { get; } =
    [
        new(IntakeFields.Name, true, "姓名"),
        new(IntakeFields.CitizenId, true, "身份证号", "身份证号码", "公民身份号码"),
        new(IntakeFields.Phone, true, "手机号", "手机号码", "联系电话"),
        new(IntakeFields.School, true, "毕业院校", "毕业学校", "学校"),
        new(IntakeFields.EducationLevel, true, "学历", "学历层次"),
        new(IntakeFields.LeftSchoolOn, true, "离校日期", "毕业日期"),
        new(IntakeFields.HouseholdRegion, true, "户籍地区划代码", "户籍地"),
        new(IntakeFields.ResidenceRegion, false, "常住地区划代码", "常住地"),
        new(IntakeFields.JobSearchRegion, false, "求职地区划代码", "求职地"),
        new(IntakeFields.Hardship, false, "困难类别", "困难类型"),
    ];

    public sealed override string? ReasonOf(string code) => IntakeCodes.ReasonOf(code);

    public sealed override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var reader = new IntakeReader(policy, [.. job.Scope.Regions.Select(region => RegionCode.Parse(region))], job.Today);
        var read = rows.ToDictionary(row => row.Number, row => Read(reader, row));
        var batch = await book.OpenAsync(
            new Intake(source, job.ImportId, job.Now, job.Today), [.. read.Values.Select(r => r.Entry).OfType<IntakeEntry>()], cancellationToken);
        var decision = await batch.Streams.DecideAsync(rows, async row => read[row.Number] switch
        {
            ({ } entry, _) => await TakeAsync(batch, entry, row, job, cancellationToken),
            (_, var remark) => remark,
        });
        var (streams, statements) = await batch.CloseAsync(cancellationToken);
        return new BatchDecision(streams, statements, decision.Remarks);
    }

    /// <summary>What a row says of a person, or why it is rejected; a list that no pack has on file rejects it by name.</summary>
    private static (IntakeEntry? Entry, RowRemark? Remark) Read(IntakeReader reader, ImportRow row)
    {
        try
        {
            var (entry, problem) = reader.Read(row.Number, field => row[field]);
            return (entry, problem is null ? null : new RowRemark(row.Number, RowStatus.Rejected, problem));
        }
        catch (Exception gap) when (PolicyGaps.Of(gap) is { } violation)
        {
            return (null, RowRemark.Rejected(row.Number, violation));
        }
    }

    /// <summary>Takes a row in, or remarks why not.</summary>
    protected abstract Task<RowRemark?> TakeAsync(
        IntakeBatch batch, IntakeEntry entry, ImportRow row, ImportJob job, CancellationToken cancellationToken);
}
