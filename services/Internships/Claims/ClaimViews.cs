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
    [property: Description("Sum of the lines that hold their month, or were granted")] Money Payable,
    IReadOnlyList<ClaimLineView> Lines,
    IReadOnlyList<CheckOverride> Overrides)
{
    public static ClaimView Of(ClaimState state) => state switch
    {
        ClaimState.Proposed s => Of(s.File, "proposed", s.Held, "held") with { Overrides = s.Overrides },
        ClaimState.Rejected s => Of(s.File, "rejected", [], "") with { Reason = s.Reason },
        ClaimState.Approved s => Of(s.File, "approved", s.Granted, "granted"),
        _ => throw new InvalidOperationException("A claim that was never proposed has no view."),
    };

    public static ClaimFile FileOf(ClaimState state) => state switch
    {
        ClaimState.Proposed s => s.File,
        ClaimState.Rejected s => s.File,
        ClaimState.Approved s => s.File,
        _ => throw new InvalidOperationException("A claim that was never proposed has no file."),
    };

    /// <summary>The same with what became of the lines that were granted.</summary>
    public ClaimView With(IReadOnlyList<PaidLine> paid)
    {
        var byKey = paid.ToDictionary(line => (line.PersonId, line.Month, line.Kind));
        return this with
        {
            Lines = [.. Lines.Select(line => byKey.TryGetValue((line.PersonId, line.Month, line.Kind), out var found)
                ? line with { Payment = found.Status, Paid = found.Paid, EntitlementId = found.EntitlementId }
                : line)],
        };
    }

    private static ClaimView Of(ClaimFile file, string status, IReadOnlyCollection<int> payable, string payment) => new(
        file.ClaimId,
        file.UnitId,
        file.Region.Value,
        file.Month.ToString(),
        status,
        null,
        file.ProposedOn,
        file.Lines.Where(line => payable.Contains(line.Line)).Select(line => line.Amount).Sum(),
        [.. file.Lines.Select(line => ClaimLineView.Of(line, payable.Contains(line.Line) ? payment : "refused"))],
        []);
}

/// <summary>A line with its checks and where its payment stands.</summary>
internal sealed record ClaimLineView(
    int Line,
    Guid PlacementId,
    Guid PersonId,
    string Kind,
    string Month,
    DateOnly? From,
    DateOnly? To,
    Money Amount,
    RuleVersion Rate,
    IReadOnlyList<NamedCheck> Checks,
    [property: Description("refused, held until the approval, granted, in_payment, paid or overpaid")] string Payment,
    Money? Paid,
    Guid? EntitlementId)
{
    public static ClaimLineView Of(ClaimLine line, string payment) => new(
        line.Line,
        line.PlacementId,
        line.PersonId,
        line.Kind,
        line.Month.ToString(),
        line.From,
        line.To,
        line.Amount,
        line.Rate,
        line.Checks,
        payment,
        null,
        null);
}

/// <summary>What became of a granted line.</summary>
internal sealed record PaidLine(Guid PersonId, string Month, string Kind, Guid EntitlementId, Money Paid, string Status)
{
    public const string Select =
        """
        SELECT subject, period, kind, entitlement_id, paid - recovered, CASE
            WHEN frozen > 0 THEN 'in_payment' WHEN paid - recovered > owed THEN 'overpaid' WHEN paid - recovered = owed THEN 'paid'
            ELSE 'granted' END
        FROM entitlements WHERE decision_id = $1
        """;

    public static PaidLine Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetGuid(3), Money.Of(row.GetDecimal(4)), row.GetString(5));
}

/// <summary>A claim in a list.</summary>
internal sealed record ClaimRow(Guid ClaimId, Guid UnitId, string Region, string Month, string Status, DateOnly ProposedOn, int Lines, int Granted, int Paid)
{
    public const string Select =
        $"""
        SELECT claim_id, unit_id, region, month, status, proposed_on,
            (SELECT count(*)::int FROM claim_lines l WHERE l.claim_id = claims.claim_id),
            (SELECT count(*)::int FROM claim_lines l WHERE l.claim_id = claims.claim_id AND l.granted),
            (SELECT count(*)::int FROM entitlements e WHERE e.decision_id = claims.claim_id AND owed > 0 AND paid - recovered >= owed)
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
        row.GetInt32(7),
        row.GetInt32(8));
}

/// <summary>A unit claims a month for its interns.</summary>
internal sealed record ProposeClaimRequest(
    [property: Description("yyyy-MM; a subsidised month belongs to the calendar month in which it ends")] YearMonth Month,
    IReadOnlyList<ClaimLineRequest> Lines);

/// <summary>One intern of the claim; attendance and allowance are those recorded with the placement.</summary>
internal sealed record ClaimLineRequest(Guid PlacementId);

/// <summary>A unit settles a year.</summary>
internal sealed record SettleYearRequest(Guid UnitId, [property: Description("Year in which the internships ended")] int Year);

/// <summary>Vouches for a failed check of a line.</summary>
internal sealed record ProposeOverrideRequest(int Line, [property: Description("Name of the check")] string Check, string Reason);

/// <summary>Confirms that a check is passed over.</summary>
internal sealed record ConfirmOverrideRequest(int Line, string Check);
