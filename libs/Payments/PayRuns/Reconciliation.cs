namespace YouthPlatform.Payments.PayRuns;

/// <summary>
/// Matches the bank's rows with a run, line by line. A row that names nothing of the run, that comes twice or that contradicts what is
/// known is reported; where it leaves open whether money moved, the line is in doubt and a person has to resolve it.
/// </summary>
internal static class Reconciliation
{
    public static (IReadOnlyList<LineResult> Lines, IReadOnlyList<ResultProblem> Problems) Match(
        PayRunState.Executed state, IReadOnlyList<BankRow> rows, DateOnly today)
    {
        var lines = state.File.Lines.ToDictionary(line => (line.PaymentId, line.Attempt));
        List<LineResult> results = [];
        List<ResultProblem> problems = [];
        foreach (var answers in rows.GroupBy(row => (row.PaymentId, row.Attempt)))
        {
            var line = lines.GetValueOrDefault(answers.Key);
            var known = line is null ? null : state.Results[line.Line];
            var matched = (line, known) switch
            {
                (null, _) => new Matched(null, "unknown_payment", "本批次没有这笔支付，请与银行核对。"),
                (_, { Status: LineStatus.Offset }) => new(null, "nothing_sent", "该笔已全额抵扣，未交付银行，请与银行核对。"),
                _ when answers.Skip(1).Any() => Doubted(known!, "line_doubled", "同一笔支付在银行回执中出现多次，请查清是否重复支付。"),
                _ => Match(line!, known!, answers.First(), state.ExecutedOn, today),
            };
            results.AddRange(matched.Result is { } result ? [result] : []);
            problems.AddRange(matched.Code is { } code ? answers.Select(row => new ResultProblem(row.Row, code, line?.Line, matched.Detail!)) : []);
        }

        return ([.. results.OrderBy(result => result.Line)], problems);
    }

    private static Matched Match(PayRunLine line, LineResult known, BankRow row, DateOnly executedOn, DateOnly today)
    {
        if (row.Amount != line.ToNet())
        {
            return Doubted(known, "amount_differs", $"银行金额 {row.Amount} 与应付金额 {line.ToNet()} 不符，请查清。");
        }

        if (row.On < executedOn || row.On > today)
        {
            return new(null, "date_invalid", "银行结果的日期应在交付银行之后，且不晚于今日。");
        }

        return (known.Status, row.Outcome) switch
        {
            (_, BankOutcome.Processing) => default,
            (_, BankOutcome.Paid) when string.IsNullOrWhiteSpace(row.Reference) => new(null, "reference_missing", "银行回执缺少流水号。"),
            (LineStatus.Doubted, _) => new(null, "awaits_resolution", "该笔支付结果存疑，须由经办人员查清后处理。"),
            (LineStatus.Sent, BankOutcome.Paid) => new(new(line.Line, LineStatus.Paid, row.On, row.Reference!.Trim())),
            (LineStatus.Sent, BankOutcome.Failed or BankOutcome.Returned) => new(new(line.Line, LineStatus.Failed, row.On, Code: CodeOf(row))),
            (LineStatus.Paid, BankOutcome.Paid) when known.Reference == row.Reference!.Trim() => default,
            (LineStatus.Paid, BankOutcome.Paid) => new(null, "paid_twice", "该笔已支付，银行又回执一笔流水号不同的支付，请立即与银行核对。"),
            (LineStatus.Paid, BankOutcome.Returned) => new(new(line.Line, LineStatus.Returned, row.On, known.Reference, CodeOf(row))),
            (LineStatus.Failed, BankOutcome.Failed or BankOutcome.Returned) or (LineStatus.Returned, BankOutcome.Returned) => default,
            (LineStatus.Failed, BankOutcome.Paid) => Doubted(known, "contradicts", "该笔此前登记为失败，银行又回执已支付，请查清。"),
            (_, BankOutcome.Unknown) => Doubted(known, "bank_unsure", "银行不能确定该笔是否支付，请查清。"),
            _ => new(null, "contradicts", "银行回执与已登记的结果不符，请核对。"),
        };
    }

    /// <summary>What counts as paid or returned stays so; what is at the bank or failed must not be paid again before it is clear.</summary>
    private static Matched Doubted(LineResult known, string code, string detail) =>
        new(known.Status is LineStatus.Sent or LineStatus.Failed ? new(known.Line, LineStatus.Doubted, Code: code) : null, code, detail);

    private static string CodeOf(BankRow row) => string.IsNullOrWhiteSpace(row.Code) ? "unspecified" : row.Code.Trim();

    private readonly record struct Matched(LineResult? Result, string? Code = null, string? Detail = null);
}
