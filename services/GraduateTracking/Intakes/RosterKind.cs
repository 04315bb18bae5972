using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>Rosters of the education department (H32 §二(六)15).</summary>
internal sealed class RosterKind(IntakeBook book, PolicyData policy) : PersonFile(book, policy, EntrySource.EducationRoster)
{
    public override string Name => "roster";

    public override IReadOnlyList<ImportColumn> Columns => PersonColumns;

    protected override async Task<RowRemark?> TakeAsync(
        IntakeBatch batch, IntakeEntry entry, ImportRow row, ImportJob job, CancellationToken cancellationToken) =>
        await batch.TakeAsync(entry, [], cancellationToken) switch
        {
            { IsChanged: true } or { Outcome: IntakeOutcome.SameRow } => null,
            { Outcome: IntakeOutcome.Repeated } => new(row.Number, RowStatus.DuplicateInFile, IntakeCodes.DuplicateInFile),
            _ => new(row.Number, RowStatus.AlreadyKnown, IntakeCodes.AlreadyKnown),
        };
}
