using System.ComponentModel;
using Npgsql;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>A claim as it stands.</summary>
internal sealed record ClaimView(
    Guid ClaimId,
    Guid UnitId,
    string Region,
    string Month,
    [property: Description("proposed, rejected or approved")] string Status,
    string? Reason,
    DateOnly ProposedOn,
    [property: Description("Sum of the lines that passed every check")] Money Payable,
    IReadOnlyList<ClaimLineView> Lines)
{
    public static ClaimView Of(ClaimState state) => state switch
    {
        ClaimState.Proposed s => Of(
            s.File, "proposed", line => ClaimLineView.Of(line, line.AllChecksPassed() ? new LinePayment.Open() : new LinePayment.Refused())),
        ClaimState.Rejected s => Of(s.File, "rejected", line => ClaimLineView.Of(line, new LinePayment.Refused())) with { Reason = s.Reason },
        ClaimState.Approved s => Of(s.File, "approved", line => ClaimLineView.Of(line, s.Payments[line.Line])),
        _ => throw new InvalidOperationException("A claim that was never proposed has no view."),
    };

    public static ClaimFile FileOf(ClaimState state) => state switch
    {
        ClaimState.Proposed s => s.File,
        ClaimState.Rejected s => s.File,
        ClaimState.Approved s => s.File,
        _ => throw new InvalidOperationException("A claim that was never proposed has no file."),
    };

    private static ClaimView Of(ClaimFile file, string status, Func<ClaimLine, ClaimLineView> view) => new(
        file.ClaimId,
        file.UnitId,
        file.Region.Value,
        file.Month.ToString(),
        status,
        null,
        file.ProposedOn,
        file.Lines.Where(line => line.AllChecksPassed()).Select(line => line.Amount).Aggregate(Money.Zero, (sum, amount) => sum + amount),
        [.. file.Lines.Select(view)]);
}

/// <summary>A line with its checks and where its payment stands.</summary>
internal sealed record ClaimLineView(
    int Line,
    Guid PlacementId,
    Guid PersonId,
    string Kind,
    DateOnly? From,
    DateOnly? To,
    Money Amount,
    RuleVersion Rate,
    IReadOnlyList<NamedCheck> Checks,
    [property: Description("refused, open, ordered, paid or failed")] string Payment,
    Guid? OrderId,
    DateOnly? PaidOn,
    string? FailureReason)
{
    public static ClaimLineView Of(ClaimLine line, LinePayment payment) => payment switch
    {
        LinePayment.Refused => Of(line, "refused"),
        LinePayment.Open => Of(line, "open"),
        LinePayment.Ordered p => Of(line, "ordered") with { OrderId = p.OrderId },
        LinePayment.Paid p => Of(line, "paid") with { OrderId = p.OrderId, PaidOn = p.PaidOn },
        LinePayment.Failed p => Of(line, "failed") with { OrderId = p.OrderId, FailureReason = p.Reason },
        _ => throw new InvalidOperationException($"No view of {payment.GetType().Name}."),
    };

    private static ClaimLineView Of(ClaimLine line, string payment) => new(
        line.Line,
        line.PlacementId,
        line.PersonId,
        line.Kind,
        line.From,
        line.To,
        line.Amount,
        line.Rate,
        line.Checks,
        payment,
        null,
        null,
        null);
}

/// <summary>A claim in a list.</summary>
internal sealed record ClaimRow(Guid ClaimId, Guid UnitId, string Region, string Month, string Status, DateOnly ProposedOn, int Lines, int Paid)
{
    public const string Select =
        $"""
        SELECT claim_id, unit_id, region, month, status, proposed_on,
            (SELECT count(*)::int FROM claim_lines l WHERE l.claim_id = claims.claim_id),
            (SELECT count(*)::int FROM claim_lines l WHERE l.claim_id = claims.claim_id AND l.payment = 'paid')
        FROM claims WHERE {Listing.Confined} AND claim_id > $4 ORDER BY claim_id LIMIT $5
        """;

    public static ClaimRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.Date(5),
        row.GetInt32(6),
        row.GetInt32(7));
}

/// <summary>A unit claims a month for its interns.</summary>
internal sealed record ProposeClaimRequest(
    [property: Description("yyyy-MM; a subsidised month belongs to the calendar month in which it ends")] YearMonth Month,
    IReadOnlyList<ClaimLineRequest> Lines);

/// <summary>One intern of the claim.</summary>
internal sealed record ClaimLineRequest(
    Guid PlacementId, [property: Description("Living allowance that the unit paid the intern for that month")] Money AllowancePaid);

/// <summary>The bank's answers to an order.</summary>
internal sealed record BankResultsRequest(Guid OrderId, IReadOnlyList<BankResult> Results);
