using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Claims;

/// <summary>Reconciles the bank's answers with an order, line by line. The same answer twice changes nothing.</summary>
internal static class BankResults
{
    public static IReadOnlyList<ClaimEvent> Record(RecordBankResults command, ClaimState.Approved claim)
    {
        if (command.Results.CountBy(result => result.Line).Any(group => group.Value > 1))
        {
            throw new RuleViolation("bank_result.line_twice", "银行结果中同一明细出现多次。");
        }

        return [.. command.Results.SelectMany(result => Record(command, result, claim))];
    }

    private static ClaimEvent[] Record(RecordBankResults command, BankResult result, ClaimState.Approved claim)
    {
        if (result.On > command.Today)
        {
            throw new RuleViolation("bank_result.in_future", "银行结果的日期晚于今日。");
        }

        return (claim.Payments.GetValueOrDefault(result.Line), result.Outcome) switch
        {
            (LinePayment.Ordered ordered, BankOutcome.Paid) when ordered.OrderId == command.OrderId => [Paid(command, result, claim.File)],
            (LinePayment.Ordered ordered, BankOutcome.Failed) when ordered.OrderId == command.OrderId => [Failed(command, result, claim.File)],
            (LinePayment.Paid paid, BankOutcome.Paid) when paid.OrderId == command.OrderId => [],
            (LinePayment.Failed failed, BankOutcome.Failed) when failed.OrderId == command.OrderId => [],
            (LinePayment.Paid, _) => throw new RuleViolation("claim.line_already_paid", $"第 {result.Line} 行已支付，银行结果与记录不符，请核对。"),
            (null, _) => throw new RuleViolation("claim.line_unknown", $"本次申领没有第 {result.Line} 行。"),
            _ => throw new RuleViolation("claim.line_not_ordered", $"第 {result.Line} 行不在该支付指令中，请核对。"),
        };
    }

    private static SubsidyPaid Paid(RecordBankResults command, BankResult result, ClaimFile file)
    {
        var line = file.Lines.Single(l => l.Line == result.Line);
        var reference = string.IsNullOrWhiteSpace(result.Reference)
            ? throw new RuleViolation("bank_result.reference_missing", "请填写银行流水号。")
            : result.Reference.Trim();
        return new(
            file.ClaimId,
            command.OrderId,
            line.Line,
            line.PlacementId,
            line.PersonId,
            file.UnitId,
            file.Region,
            line.Kind,
            line.Month,
            line.Amount,
            result.On,
            reference);
    }

    private static PaymentFailed Failed(RecordBankResults command, BankResult result, ClaimFile file) =>
        new(file.ClaimId, command.OrderId, result.Line, Reasons.Require(result.Reason), result.On);
}
