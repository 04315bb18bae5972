using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>
/// Records of a ledger as a file: a row a record, with what a single record may hold and by the same rules. A row that says what is on file is known
/// already, so that a file which was put right is sent again as a whole; records that are alike are told apart by a reference of the sender's.
/// </summary>
internal sealed class LedgerFile(LedgerDefinition ledger, IEventStore store, ContentReader reader, RecordsOnFile records) : ImportKind
{
    private const string Known = "import.already_known";

    private static readonly ImportColumn RegionColumn = new("region", true, "行政区划代码");
    private static readonly ImportColumn Reference = new("reference", false, "来源编号");

    public override string Name => $"service_records_{ledger.Code}";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
        [RegionColumn, Reference, .. ledger.Fields.Select(field => new ImportColumn(field.Name, !field.IsOptional, field.Label))];

    public override string? ReasonOf(string code) => code == Known ? "该行内容此前已登记" : null;

    public override Task<ImportScope> ScopeOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.RequireRole([.. ledger.RecordedBy]);
        return base.ScopeOfAsync(caller, cancellationToken);
    }

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        Dictionary<long, RecordService> commands = [];
        Dictionary<long, RuleViolation> problems = [];
        foreach (var row in rows)
        {
            try
            {
                commands.Add(row.Number, await ReadAsync(job, row, cancellationToken));
            }
            catch (RuleViolation violation)
            {
                problems.Add(row.Number, violation);
            }
            catch (ApiException refused)
            {
                problems.Add(row.Number, new RuleViolation(refused.Code, refused.Detail));
            }
        }

        var onFile = await records.AmongAsync(ledger, commands.Values, cancellationToken);
        var streams = new BatchStreams(store);
        await streams.PrepareAsync<ServiceRecord, ServiceRecordState, ServiceRecordCommand, ServiceRecordEvent>(
            commands.Values.Select(command => ServiceRecord.Stream(command.Identity.RecordId)), cancellationToken);
        return await streams.DecideAsync(rows, async row =>
            problems.TryGetValue(row.Number, out var problem) ? RowRemark.Rejected(row.Number, problem)
            : !row.Has(Reference) && onFile.Contains(commands[row.Number]) ? AlreadyKnown(row)
            : await DecideAsync(streams, row, commands[row.Number], cancellationToken));
    }

    private static async Task<RowRemark?> DecideAsync(BatchStreams streams, ImportRow row, RecordService command, CancellationToken cancellationToken)
    {
        ServiceRecordAggregate record = await streams.LoadAsync<ServiceRecord, ServiceRecordState, ServiceRecordCommand, ServiceRecordEvent>(
            ServiceRecord.Stream(command.Identity.RecordId), cancellationToken);
        if (record.State is ServiceRecordState.Recorded recorded && (!row.Has(Reference) || recorded.Content.HasValuesOf(command.Content)))
        {
            return AlreadyKnown(row);
        }

        streams.Decide(record, command);
        return null;
    }

    private static RowRemark AlreadyKnown(ImportRow row) => new(row.Number, RowStatus.AlreadyKnown, Known);

    private async Task<RecordService> ReadAsync(ImportJob job, ImportRow row, CancellationToken cancellationToken)
    {
        var region = LedgerRegions.Read(row.Text(RegionColumn));
        if (!job.Scope.Regions.Any(own => RegionCode.Parse(own).Covers(region)))
        {
            throw new RuleViolation("auth.region_forbidden", "该行的地区不在报送账户的管辖范围内。");
        }

        LedgerRegions.RequireKept(ledger, region);
        var values = FileValues.Of(row, ledger, list => reader.ListOf(list, region, job.Today));
        var content = await reader.ReadAsync(ledger, region, values, job.Today, cancellationToken);
        var recordId = row.Has(Reference) ? RecordIds.Of(ledger, region, row[Reference.Name]) : RecordIds.Of(ledger, region, content);
        return new RecordService(new ServiceIdentity(recordId, ledger.Code, region, ledger.Publishes), content, job.Actor, job.Today);
    }
}
