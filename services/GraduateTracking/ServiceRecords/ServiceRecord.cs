using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>A service that was offered, as an entry of its ledger: recorded, corrected, withdrawn.</summary>
internal sealed class ServiceRecord : IDecider<ServiceRecordState, ServiceRecordCommand, ServiceRecordEvent>
{
    private ServiceRecord()
    {
    }

    public static ServiceRecordState Initial { get; } = new ServiceRecordState.NotRecorded();

    public static string Stream(Guid recordId) => $"service_record-{recordId}";

    public static ServiceRecordState Evolve(ServiceRecordState state, ServiceRecordEvent recorded) => (recorded, state) switch
    {
        (ServiceRecorded e, _) => new ServiceRecordState.Recorded(e.Identity, e.Content),
        (ServiceRecordCorrected e, ServiceRecordState.Recorded s) => s with { Content = e.After },
        (ServiceRecordWithdrawn e, ServiceRecordState.Recorded s) => new ServiceRecordState.Withdrawn(s.Identity, s.Content, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<ServiceRecordEvent> Decide(ServiceRecordCommand command, ServiceRecordState state) => (command, state) switch
    {
        (RecordService c, ServiceRecordState.NotRecorded) => [new ServiceRecorded(c.Identity, Checked(c.Content, c.Today), c.Actor, c.Today)],
        (RecordService, ServiceRecordState.Recorded) => throw new RuleViolation("service_record.already_recorded", "该记录已登记，内容有误的请更正原记录。"),
        (CorrectService c, ServiceRecordState.Recorded s) => Correct(c, s),
        (WithdrawService c, ServiceRecordState.Recorded s) => [new ServiceRecordWithdrawn(s.Identity, s.Content, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (WithdrawService, ServiceRecordState.Withdrawn) => [],
        (_, ServiceRecordState.Withdrawn) => throw new RuleViolation("service_record.withdrawn", "该记录已撤销，请以新的来源编号重新登记。"),
        _ => throw new RuleViolation("service_record.not_recorded", "没有该记录。"),
    };

    private static IReadOnlyList<ServiceRecordEvent> Correct(CorrectService command, ServiceRecordState.Recorded state)
    {
        if (command.Content.HasValuesOf(state.Content))
        {
            throw new RuleViolation("service_record.nothing_changed", "更正后的内容与原内容相同。");
        }

        return
        [
            new ServiceRecordCorrected(
                state.Identity, state.Content, Checked(command.Content, command.Today), Reasons.Require(command.Reason), command.Actor, command.Today),
        ];
    }

    private static ServiceContent Checked(ServiceContent content, DateOnly today)
    {
        if (content.On > today)
        {
            throw new RuleViolation("service_record.in_the_future", "该日期尚未到来，请在举办或发布之后登记。");
        }

        return content.Checks.FirstOrDefault(check => !check.Passed) is { } failed
            ? throw new RuleViolation("service_record.check_failed", failed.Facts["text"])
            : content;
    }
}
