using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Payments.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Payments.PayRuns.PayRun,
    YouthPlatform.Payments.PayRuns.PayRunState,
    YouthPlatform.Payments.PayRuns.PayRunCommand,
    YouthPlatform.Payments.PayRuns.PayRunEvent>;

namespace YouthPlatform.Payments.Tests;

public sealed class PayRunTests
{
    private static readonly PayRunLine First = LineOf(1, Id(10));
    private static readonly PayRunLine Second = LineOf(2, Id(11));
    private static readonly PayRunFile Run = RunOf(First, Second);
    private static readonly PayRunProposed Proposed = new(Run);
    private static readonly PayRunApproved Approved = new(RunId, "checker", Day);
    private static readonly PayRunRejected Rejected = new(RunId, "金额有误", "checker", Day);
    private static readonly PayRunExecuted Executed = new(RunId, PayFile.Of(Run).Hash, "payer", Day);
    private static readonly PayRunEvent[] AtBank = [Proposed, Approved, Executed];
    private static readonly BankResultsRecorded InDoubt = Results(new LineResult(1, LineStatus.Doubted, Code: "bank_unsure"));
    private static readonly ResolveLine Resolve = new(1, true, Day, "B-9", "银行书面答复", "payer-2", Day);

    // Maker, checker and payer are three people, and the payer did not grant what is paid.
    [Fact]
    public void GivenAnEarlierStep_WhenTheSamePersonTakesTheNext_ThenRejected()
    {
        Spec.Given(Proposed).When(new ApprovePayRun("maker", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed).When(new RejectPayRun("有误", "maker", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new ExecutePayRun("maker", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new ExecutePayRun("checker", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new ExecutePayRun("approver-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Proposed, Approved).When(new ExecutePayRun("payer", Day)).Then(Executed);
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { Actor = "payer" }).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenLinesThatAreUnsound_WhenProposed_ThenRejected()
    {
        Propose(RunOf()).ThenRejected("pay_run.lines_out_of_range");
        var held = new HeldPayee(Unit, "91430102000000019R", new PayeeHold("payee.suspended", "该单位被暂停见习资格"), 2, Money.Of(3000));
        Propose(RunOf() with { Held = [held] }).ThenRejected("pay_run.all_held");
        Propose(RunOf([.. Enumerable.Range(1, PayRun.MostLines + 1).Select(n => LineOf(n, Id(n)))])).ThenRejected("pay_run.lines_out_of_range");
        Propose(RunOf(First, First with { Line = 2 })).ThenRejected("pay_run.item_twice");
        Propose(RunOf(LineOf(1, Id(10), 0))).ThenRejected("pay_run.amount_invalid");
        Propose(RunOf(LineOf(1, Id(10), 1500, new Offset(Id(20), Money.Of(1501))))).ThenRejected("pay_run.amount_invalid");
        Propose(Run).Then(Proposed);
        static Spec.Outcome Propose(PayRunFile run) => Spec.Given().When(new ProposePayRun(run));
    }

    [Fact]
    public void GivenAtTheBank_WhenTheSameAnswerIsReadTwice_ThenOnce()
    {
        var rows = new[] { RowOf(First, BankOutcome.Paid) };
        var recorded = Results(new LineResult(1, LineStatus.Paid, Day, "B-1"));
        Spec.Given(AtBank).When(new RecordBankResults("hash", rows, [], "payer", Day)).Then(recorded);
        Spec.Given([.. AtBank, recorded]).When(new RecordBankResults("hash", rows, [], "payer", Day)).ThenNothing();
    }

    [Fact]
    public void GivenALineInDoubt_WhenResolved_ThenItIsPaidOrCanBePaidAgain()
    {
        Spec.Given([.. AtBank, InDoubt]).When(Resolve)
            .Then(new LineResolved(RunId, new LineResult(1, LineStatus.Paid, Day, "B-9"), "银行书面答复", "payer-2", Day));
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { HasArrived = false })
            .Then(new LineResolved(RunId, new LineResult(1, LineStatus.Failed, Day, Code: "resolved_not_paid"), "银行书面答复", "payer-2", Day));
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { Line = 2 }).ThenRejected("pay_run.line_not_in_doubt");
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { Reference = " " }).ThenRejected("bank_result.reference_missing");
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { Reason = " " }).ThenRejected("reason.missing");
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { On = Day.AddDays(1) }).ThenRejected("bank_result.date_invalid");
        Spec.Given([.. AtBank, InDoubt]).When(Resolve with { On = Day.AddDays(-1) }).ThenRejected("bank_result.date_invalid");
    }

    [Fact]
    public void GivenEveryLineAnswered_ThenTheRunIsSettled()
    {
        StateOf(AtBank).IsSettled.ShouldBeFalse();
        StateOf([.. AtBank, Results(new LineResult(1, LineStatus.Paid), new LineResult(2, LineStatus.Doubted))]).IsSettled.ShouldBeFalse();
        StateOf([.. AtBank, Results(new LineResult(1, LineStatus.Paid), new LineResult(2, LineStatus.Failed))]).IsSettled.ShouldBeTrue();
        static PayRunState.Executed StateOf(params IEnumerable<PayRunEvent> events) =>
            (PayRunState.Executed)events.Aggregate(PayRun.Initial, PayRun.Evolve);
    }

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<PayRun, PayRunState, PayRunCommand, PayRunEvent>(
        [
            new ProposePayRun(Run),
            new ApprovePayRun("checker", Day),
            new RejectPayRun("有误", "checker", Day),
            new ExecutePayRun("payer", Day),
            new RecordBankResults("other", [RowOf(First, BankOutcome.Paid)], [], "payer", Day),
            Resolve,
        ],
        new Dictionary<string, IReadOnlyList<PayRunEvent>>
        {
            ["nothing"] = [],
            ["proposed"] = [Proposed],
            ["rejected"] = [Proposed, Rejected],
            ["approved"] = [Proposed, Approved],
            ["executed"] = AtBank,
            ["in doubt"] = [.. AtBank, InDoubt],
        },
        """
        nothing + ProposePayRun = PayRunProposed
        nothing + ApprovePayRun = pay_run.not_proposed
        nothing + RejectPayRun = pay_run.not_proposed
        nothing + ExecutePayRun = pay_run.not_proposed
        nothing + RecordBankResults = pay_run.not_proposed
        nothing + ResolveLine = pay_run.not_proposed
        proposed + ProposePayRun = pay_run.already_proposed
        proposed + ApprovePayRun = PayRunApproved
        proposed + RejectPayRun = PayRunRejected
        proposed + ExecutePayRun = pay_run.not_approved
        proposed + RecordBankResults = pay_run.not_executed
        proposed + ResolveLine = pay_run.not_executed
        rejected + ProposePayRun = pay_run.already_proposed
        rejected + ApprovePayRun = pay_run.rejected
        rejected + RejectPayRun = -
        rejected + ExecutePayRun = pay_run.rejected
        rejected + RecordBankResults = pay_run.not_executed
        rejected + ResolveLine = pay_run.not_executed
        approved + ProposePayRun = pay_run.already_proposed
        approved + ApprovePayRun = -
        approved + RejectPayRun = PayRunRejected
        approved + ExecutePayRun = PayRunExecuted
        approved + RecordBankResults = pay_run.not_executed
        approved + ResolveLine = pay_run.not_executed
        executed + ProposePayRun = pay_run.already_proposed
        executed + ApprovePayRun = pay_run.already_executed
        executed + RejectPayRun = pay_run.already_executed
        executed + ExecutePayRun = -
        executed + RecordBankResults = BankResultsRecorded
        executed + ResolveLine = pay_run.line_not_in_doubt
        in doubt + ProposePayRun = pay_run.already_proposed
        in doubt + ApprovePayRun = pay_run.already_executed
        in doubt + RejectPayRun = pay_run.already_executed
        in doubt + ExecutePayRun = -
        in doubt + RecordBankResults = BankResultsRecorded
        in doubt + ResolveLine = LineResolved
        """);

    private static BankResultsRecorded Results(params LineResult[] lines) => new(RunId, "hash", lines, [], "payer", Day);
}
