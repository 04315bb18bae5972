using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using static YouthPlatform.Payments.Tests.Samples;

namespace YouthPlatform.Payments.Tests;

/// <summary>Each row of the bank's answer is applied or reported, never ignored.</summary>
public sealed class ReconciliationTests
{
    private static readonly PayRunLine Line = LineOf(1, Id(10));

    [Theory]
    [InlineData(LineStatus.Sent, BankOutcome.Paid, LineStatus.Paid, null)]
    [InlineData(LineStatus.Sent, BankOutcome.Failed, LineStatus.Failed, null)]
    [InlineData(LineStatus.Sent, BankOutcome.Returned, LineStatus.Failed, null)]
    [InlineData(LineStatus.Sent, BankOutcome.Processing, null, null)]
    [InlineData(LineStatus.Sent, BankOutcome.Unknown, LineStatus.Doubted, "bank_unsure")]
    [InlineData(LineStatus.Paid, BankOutcome.Paid, null, null)]
    [InlineData(LineStatus.Paid, BankOutcome.Failed, null, "contradicts")]
    [InlineData(LineStatus.Paid, BankOutcome.Returned, LineStatus.Returned, null)]
    [InlineData(LineStatus.Failed, BankOutcome.Failed, null, null)]
    [InlineData(LineStatus.Failed, BankOutcome.Paid, LineStatus.Doubted, "contradicts")]
    [InlineData(LineStatus.Returned, BankOutcome.Returned, null, null)]
    [InlineData(LineStatus.Returned, BankOutcome.Paid, null, "contradicts")]
    [InlineData(LineStatus.Doubted, BankOutcome.Paid, null, "awaits_resolution")]
    [InlineData(LineStatus.Offset, BankOutcome.Paid, null, "nothing_sent")]
    public void ARowMeetsALine(LineStatus known, BankOutcome outcome, LineStatus? expected, string? problem)
    {
        var (results, problems) = Read(known, [RowOf(Line, outcome)]);
        results.Select(result => (LineStatus?)result.Status).ShouldBe(expected is null ? [] : [expected]);
        problems.Select(found => found.Code).ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public void APaymentThatIsNotOfTheRunIsReported()
    {
        Problems([RowOf(Line, BankOutcome.Paid) with { PaymentId = Id(99) }]).ShouldBe(["unknown_payment"]);
        Problems([RowOf(Line, BankOutcome.Paid) with { Attempt = 2 }]).ShouldBe(["unknown_payment"]);
    }

    [Fact]
    public void ADoubledRowPutsTheLineInDoubtAndBothRowsAreReported()
    {
        var (results, problems) = Read(LineStatus.Sent, [RowOf(Line, BankOutcome.Paid), RowOf(Line, BankOutcome.Paid, row: 3)]);
        results.ShouldHaveSingleItem().ShouldBe(new LineResult(1, LineStatus.Doubted, Code: "line_doubled"));
        problems.Select(problem => (problem.Row, problem.Code, problem.Line)).ShouldBe([(2, "line_doubled", 1), (3, "line_doubled", 1)]);
    }

    [Fact]
    public void AnotherAmountPutsTheLineInDoubt()
    {
        var (results, problems) = Read(LineStatus.Sent, [RowOf(Line, BankOutcome.Paid) with { Amount = Money.Of(1499.99m) }]);
        results.ShouldHaveSingleItem().Status.ShouldBe(LineStatus.Doubted);
        problems.ShouldHaveSingleItem().Code.ShouldBe("amount_differs");
    }

    [Fact]
    public void ASecondPaymentOfAPaidLineIsReported() =>
        Read(LineStatus.Paid, [RowOf(Line, BankOutcome.Paid, reference: "B-2")]).Problems.ShouldHaveSingleItem().Code.ShouldBe("paid_twice");

    [Fact]
    public void ADateOrReferenceThatCannotBeIsReported()
    {
        Problems([RowOf(Line, BankOutcome.Paid) with { On = Day.AddDays(1) }]).ShouldBe(["date_invalid"]);
        Problems([RowOf(Line, BankOutcome.Paid) with { On = Day.AddDays(-1) }]).ShouldBe(["date_invalid"]);
        Problems([RowOf(Line, BankOutcome.Paid, reference: " ")]).ShouldBe(["reference_missing"]);
    }

    [Fact]
    public void WhatIsKeptBackIsNotInThePayFile()
    {
        var paid = Line with { Account = new PayeeAccount("示例银行长沙分行", "长沙示例科技有限公司", "430000000001") };
        var netted = LineOf(2, Id(11), 1500, new Offset(Id(20), Money.Of(400)));
        var nothing = LineOf(3, Id(12), 1500, new Offset(Id(20), Money.Of(1500)));
        var file = PayFile.Of(RunOf(paid, netted, nothing));
        System.Text.Encoding.UTF8.GetString(file.Content).ShouldBe(
            $"""
            run,line,payment,attempt,payee,amount,currency,scheme,period,kind,bank,account_name,account_number
            {RunId},1,{Line.PaymentId},1,91430102000000019R,1500.00,CNY,internship,2023-09,monthly,示例银行长沙分行,长沙示例科技有限公司,430000000001
            {RunId},2,{netted.PaymentId},1,91430102000000019R,1100.00,CNY,internship,2023-09,monthly,,,

            """.ReplaceLineEndings("\r\n"));
        file.Hash.ShouldBe(PayFile.Of(RunOf(paid, netted, nothing)).Hash);
    }

    [Fact]
    public void ABankFileIsReadRowByRow()
    {
        var text =
            $"""
            code,payment,attempt,amount,outcome,date,reference
            ,{Line.PaymentId},1,1500.00,paid,2023-09-08,B-1
            E01,{Line.PaymentId},1,1500.00,failed,2023-09-08,
            ,{Line.PaymentId},1,1500.00,lost,2023-09-08,
            """;
        var file = BankFile.Read(System.Text.Encoding.UTF8.GetBytes(text));
        file.Rows.ShouldBe([RowOf(Line, BankOutcome.Paid) with { Code = "" }, RowOf(Line, BankOutcome.Failed, row: 3, code: "E01") with { Reference = "" }]);
        file.Unreadable.ShouldHaveSingleItem().Row.ShouldBe(4);
    }

    [Theory]
    [InlineData("", "bank_file.columns_missing")]
    [InlineData("payment,attempt,amount,outcome,date,reference", "bank_file.columns_missing")]
    [InlineData("payment,attempt,amount,outcome,date,reference,code", "bank_file.empty")]
    public void AFileThatIsNoAnswerIsRefused(string text, string code) =>
        Should.Throw<EventStore.RuleViolation>(() => BankFile.Read(System.Text.Encoding.UTF8.GetBytes(text))).Code.ShouldBe(code);

    private static IEnumerable<string> Problems(BankRow[] rows) => Read(LineStatus.Sent, rows).Problems.Select(problem => problem.Code);

    /// <summary>Reads rows against a run of one line that stands at a status.</summary>
    private static (IReadOnlyList<LineResult> Results, IReadOnlyList<ResultProblem> Problems) Read(LineStatus known, BankRow[] rows)
    {
        var line = known == LineStatus.Offset ? LineOf(1, Id(10), 1500, new Offset(Id(20), Money.Of(1500))) : Line;
        PayRunEvent[] history =
        [
            new PayRunProposed(RunOf(line)),
            new PayRunApproved(RunId, "checker", Day),
            new PayRunExecuted(RunId, "hash", "payer", Day),
            new BankResultsRecorded(RunId, "first", [new LineResult(1, known, Day, "B-1")], [], "payer", Day),
        ];
        var state = history.Aggregate(PayRun.Initial, PayRun.Evolve);
        var recorded = (BankResultsRecorded)PayRun.Decide(new RecordBankResults("second", rows, [], "payer", Day), state).ShouldHaveSingleItem();
        return (recorded.Lines, recorded.Problems);
    }
}
