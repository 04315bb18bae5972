using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Payments.Tests.SampleEvents;
using static YouthPlatform.Payments.Tests.Samples;

namespace YouthPlatform.Payments.Tests;

public sealed class EntitlementTableTests
{
    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Entitlement, EntitlementState, EntitlementCommand, EntitlementEvent>(
        "entitlement",
        [
            new GrantEntitlement(TheFile with { DecisionId = Samples.Id(9) }, Rate, "approver-1", Day),
            new ProposeCorrection(Money.Of(900), "更正", "clerk-1", Day),
            new ApproveCorrection("approver-2", Day),
            new RejectCorrection("不实", "approver-2", Day),
            new SchedulePayment(RunId, Rate, Money.Zero),
            new WithdrawPayment(RunId),
            new SendPayment(RunId),
            new ConfirmPayment(RunId, Day, "B-1"),
            new FailPayment(RunId, "x", Day),
            new DoubtPayment(RunId, "x"),
            new ReturnPayment(RunId, "x", Day),
            new ReserveRecovery(OtherRun, Samples.Id(30), Money.Of(1)),
            new ReleaseRecovery(OtherRun, Samples.Id(30)),
            new SettleRecovery(OtherRun, Samples.Id(30), Day),
            new RecordRepayment(Money.Of(1), "R", Day, "payer-1", Day),
        ],
        new Dictionary<string, IReadOnlyList<EntitlementEvent>>
        {
            ["nothing"] = [],
            ["granted"] = [Granted],
            ["correcting"] = [Granted, Proposed],
            ["scheduled"] = [Granted, Scheduled],
            ["withdrawn"] = [Granted, Scheduled, new PaymentWithdrawn(TheId, RunId)],
            ["sent"] = [Granted, Scheduled, Sent],
            ["doubted"] = [Granted, Scheduled, Sent, Doubted],
            ["failed"] = [Granted, Scheduled, Sent, Failed],
            ["paid"] = [Granted, Scheduled, Sent, Paid],
            ["returned"] = [Granted, Scheduled, Sent, Paid, Returned],
            ["overpaid"] = Overpaid,
            ["voided"] = [Granted, Annulled, new EntitlementVoided(TheFile)],
        });
}
