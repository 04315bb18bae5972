using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>
/// The unemployment register: who is registered, since when, and who is not any more. The same register sent again with more in it adds
/// what is new (H32 §二(六)17, §二(九)22).
/// </summary>
internal sealed class RegisterKind(IntakeBook book, PolicyData policy) : PersonFile(book, policy, EntrySource.UnemploymentRegistration)
{
    public override string Name => "unemployment_register";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        .. PersonColumns,
        new(IntakeFields.RegisteredOn, true, "失业登记日期", "登记日期"),
        new(IntakeFields.EndedOn, false, "终止日期", "失业登记终止日期"),
    ];

    protected override async Task<RowRemark?> TakeAsync(
        IntakeBatch batch, IntakeEntry entry, ImportRow row, ImportJob job, CancellationToken cancellationToken)
    {
        if (IntakeReader.Date(row[IntakeFields.RegisteredOn]) is not { } registeredOn || registeredOn > job.Today || registeredOn < entry.BirthDate)
        {
            return new(row.Number, RowStatus.Rejected, IntakeCodes.RegisteredOn);
        }

        var endedOn = IntakeReader.Date(row[IntakeFields.EndedOn]);
        if (row[IntakeFields.EndedOn].Length > 0 && (endedOn is null || endedOn < registeredOn || endedOn > job.Today))
        {
            return new(row.Number, RowStatus.Rejected, IntakeCodes.EndedOn);
        }

        List<LedgerEntryCommand> told = [new LedgerEntryCommand.RegisterUnemployment(job.ImportId, entry.Region, registeredOn, entry.AgeOn(registeredOn))];
        if (endedOn is { } end)
        {
            told.Add(new LedgerEntryCommand.EndUnemployment(job.ImportId, entry.Region, registeredOn, end));
        }

        return await batch.TakeAsync(entry, told, cancellationToken) switch
        {
            { IsChanged: true } or { Outcome: IntakeOutcome.SameRow } => null,
            { Outcome: IntakeOutcome.Repeated } => new(row.Number, RowStatus.DuplicateInFile, IntakeCodes.DuplicateInFile),
            _ => new(row.Number, RowStatus.AlreadyKnown, IntakeCodes.AlreadyKnown),
        };
    }
}
