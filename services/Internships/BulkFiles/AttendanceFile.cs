using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Rules;
using PlacementState = YouthPlatform.Internships.Placements.PlacementState;

namespace YouthPlatform.Internships.BulkFiles;

/// <summary>A unit's monthly attendance, and the living allowances that it paid (H9 §三(一)): a row an intern and month.</summary>
internal sealed class AttendanceFile(IEventStore store, NpgsqlDataSource database, InternshipRules rules) : UnitFile(store, database)
{
    private static readonly ImportColumn PlacementId = new("placement_id", true, "见习编号");
    private static readonly ImportColumn Month = new("month", true, "见习月", "月份");
    private static readonly ImportColumn DaysPresent = new("days_present", true, "出勤天数");
    private static readonly ImportColumn Amount = new("allowance", false, "补助金额", "基本生活补助");
    private static readonly ImportColumn Channel = new("channel", false, "发放方式");
    private static readonly ImportColumn PaidOn = new("paid_on", false, "发放日期");
    private static readonly ImportColumn Reference = new("reference", false, "银行流水号");

    public override string Name => "attendance";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [PlacementId, Month, DaysPresent, Amount, Channel, PaidOn, Reference];

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var requireOwn = await OwnAsync(job, cancellationToken);
        var streams = Streams();
        await streams.PrepareAsync<Placement, PlacementState, PlacementCommand, PlacementEvent>(
            rows.Ids(PlacementId).Select(Placement.Stream), cancellationToken);
        return await streams.DecideAsync(rows, async row =>
        {
            PlacementAggregate placement = await streams.LoadAsync<Placement, PlacementState, PlacementCommand, PlacementEvent>(
                Placement.Stream(row.Id(PlacementId)), cancellationToken);
            if (placement.Version == 0)
            {
                throw new RuleViolation("placement.not_found", "没有该见习安排。");
            }

            requireOwn(PlacementView.ArrangementOf(placement.State).Agreement.UnitId);
            return Decide(job, streams, placement, row);
        });
    }

    private RowRemark? Decide(ImportJob job, BatchStreams streams, PlacementAggregate placement, ImportRow row)
    {
        var before = placement.Version;
        var month = row.Month(Month);
        if (row.Has(DaysPresent) || !row.Has(Amount))
        {
            placement = streams.Decide(
                placement, InternshipSteps.Attendance(rules, placement.State, month, row.Number(DaysPresent), job.Actor, job.Today));
        }

        if (row.Has(Amount))
        {
            if (placement.State is PlacementState.Begun begun && !begun.Months.Of(month).Returned.IsEmpty)
            {
                throw new RuleViolation("allowance.month_returned", "该月有银行退回的补助，补发的请逐笔登记。");
            }

            var region = PlacementView.ArrangementOf(placement.State).Agreement.Region;
            var channel = row.CodeIn(Channel, rules.AllowanceChannelList(region, job.Today));
            var request = new AllowanceRequest(month, row.Amount(Amount), channel, row.Date(PaidOn), row.Text(Reference));
            placement = streams.Decide(placement, InternshipSteps.Allowance(rules, placement.State, request, job.Actor, job.Today));
        }

        return placement.Version == before ? AlreadyKnown(row.Number) : null;
    }
}
