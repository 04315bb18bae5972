using System.ComponentModel;
using Npgsql;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>A pay run as it stands.</summary>
internal sealed record PayRunView(
    Guid RunId,
    string Scheme,
    string Region,
    [property: Description("proposed, rejected, approved or executed")] string Status,
    string? Reason,
    DateOnly ProposedOn,
    [property: Description("What the bank is asked to pay")] Money Net,
    [property: Description("SHA-256 of the pay file, once it went to the bank")] string? FileHash,
    [property: Description("The bank has answered on every line and nothing is in doubt")] bool Settled,
    IReadOnlyList<PayRunLineView> Lines,
    [property: Description("What was payable and left out because its payee is held, with the reason")] IReadOnlyList<HeldPayee> Held,
    [property: Description("Rows of the bank's answers that could not be applied")] IReadOnlyList<ResultProblem> Problems)
{
    public static PayRunView Of(PayRunState state) => state switch
    {
        PayRunState.Proposed s => Of(s.File, "proposed"),
        PayRunState.Rejected s => Of(s.File, "rejected") with { Reason = s.Reason },
        PayRunState.Approved s => Of(s.File, "approved"),
        PayRunState.Executed s => Of(s.File, "executed") with
        {
            FileHash = s.FileHash,
            Settled = s.IsSettled,
            Lines = [.. s.File.Lines.Select(line => PayRunLineView.Of(line, s.Results[line.Line]))],
            Problems = s.Problems,
        },
        _ => throw new InvalidOperationException("A run that was never drawn up has no view."),
    };

    private static PayRunView Of(PayRunFile file, string status) => new(
        file.RunId,
        file.Scheme,
        file.Region.Value,
        status,
        null,
        file.ProposedOn,
        file.ToNet(),
        null,
        false,
        [.. file.Lines.Select(line => PayRunLineView.Of(line, null))],
        file.Held,
        []);
}

/// <summary>A line of a run.</summary>
internal sealed record PayRunLineView(
    int Line,
    Guid EntitlementId,
    Guid Subject,
    string Period,
    string Kind,
    Guid PaymentId,
    int Attempt,
    Guid Payee,
    string PayeeCode,
    Money Amount,
    [property: Description("Kept back because the payee owes it")] Money Offset,
    [property: Description("What the bank is asked to pay")] Money Net,
    [property: Description("Last digits of the account that it is paid into, of a firm; the pay file has the whole number")] string? AccountEnding,
    [property: Description("open, sent, paid, failed, doubted, returned or offset")] string Status,
    DateOnly? On,
    string? Reference,
    string? Code)
{
    private const int ShownDigits = 4;

    public static PayRunLineView Of(PayRunLine line, LineResult? result) => new(
        line.Line,
        line.EntitlementId,
        line.Key.Subject,
        line.Key.Period,
        line.Key.Kind,
        line.PaymentId,
        line.Attempt,
        line.Payee,
        line.PayeeCode,
        line.Amount,
        line.Amount - line.ToNet(),
        line.ToNet(),
        line.Account is { IsSealed: false, Number: var number } ? number[^Math.Min(ShownDigits, number.Length)..] : null,
        result is null ? "open" : LineStatuses.NameOf(result.Status),
        result?.On,
        result?.Reference,
        result?.Code);
}

/// <summary>A run in a list.</summary>
internal sealed record PayRunRow(
    Guid RunId, string Region, string Status, int Lines, Money Net, int Problems, DateOnly ProposedOn, DateOnly? ExecutedOn, int Open, int Doubted)
{
    public const string Select =
        """
        SELECT run_id, region, status, lines, net, problems, proposed_on, executed_on,
            (SELECT count(*)::int FROM pay_run_lines l WHERE l.run_id = r.run_id AND l.status = 'open'),
            (SELECT count(*)::int FROM pay_run_lines l WHERE l.run_id = r.run_id AND l.status = 'doubted')
        FROM pay_runs r WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR status = $2) AND run_id > $3 ORDER BY run_id LIMIT $4
        """;

    public static PayRunRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        Money.Of(row.GetDecimal(4)),
        row.GetInt32(5),
        row.Date(6),
        row.DateOrNull(7),
        row.GetInt32(8),
        row.GetInt32(9));
}

/// <summary>Draws up a run of what is payable in a region.</summary>
internal sealed record ProposePayRunRequest([property: Description("Region whose authority pays; with all below it")] string Region);

/// <summary>A rejection with its reason.</summary>
internal sealed record RejectionRequest(string Reason);

/// <summary>What became of a line in doubt.</summary>
internal sealed record ResolutionRequest(
    [property: Description("Whether the money arrived")] bool HasArrived,
    DateOnly On,
    [property: Description("How it was found out")] string Reason,
    [property: Description("The bank's reference of a payment that arrived")] string? Reference = null);
