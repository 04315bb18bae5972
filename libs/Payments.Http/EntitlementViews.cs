using System.ComponentModel;
using System.Text.Json.Serialization;
using Npgsql;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Http;

/// <summary>The account of an entitlement.</summary>
internal sealed record EntitlementView(
    Guid EntitlementId,
    Guid Subject,
    string Period,
    string Kind,
    Guid Payee,
    string Region,
    Guid DecisionId,
    Guid FileId,
    Money Owed,
    [property: Description("Paid and not returned, less what was recovered")] Money NetPaid,
    Money Payable,
    [property: Description("Paid beyond what is owed and not yet set against a payment")] Money Recoverable,
    [property: Description("In a run, or in doubt: nothing about it can be corrected now")] bool Frozen,
    Money? ProposedOwed,
    string? ProposedReason,
    IReadOnlyList<NamedCheck> ProposedChecks,
    [property: Description("All of it came back and nothing is owed: it is closed, and the same may be granted anew")] bool Voided,
    IReadOnlyList<AttemptView> Attempts)
{
    [Description("Why what is payable is not paid at present, and what lifts that")]
    public PayeeHold? Hold { get; init; }

    public static EntitlementView Of(EntitlementState state)
    {
        var account = state.AccountOrNull ?? throw new InvalidOperationException("What was never granted has no view.");
        var correction = state as EntitlementState.InCorrection;
        return new(
            account.File.EntitlementId,
            account.File.Key.Subject,
            account.File.Key.Period,
            account.File.Key.Kind,
            account.File.Payee,
            account.File.Region.Value,
            account.File.DecisionId,
            account.File.FileId,
            account.Owed,
            account.NetPaid,
            account.Payable,
            account.Recoverable,
            account.IsFrozen,
            correction?.Owed,
            correction?.Reason,
            correction?.Checks ?? [],
            account.IsVoided,
            [.. account.Attempts.Select(attempt => AttemptView.Of(attempt.Key, attempt.Value))]);
    }
}

/// <summary>An attempt at a payment.</summary>
internal sealed record AttemptView(Guid RunId, Guid PaymentId, int Number, int Attempt, Money Amount, Money Offset, AttemptStatus Status)
{
    public static AttemptView Of(Guid runId, PaymentAttempt attempt) =>
        new(runId, attempt.PaymentId, attempt.Number, attempt.Attempt, attempt.Amount, attempt.Offset, attempt.Status);
}

/// <summary>An entitlement in a list.</summary>
internal sealed record EntitlementRow(
    Guid EntitlementId, Guid Subject, string Period, string Kind, Guid Payee, string Region, Money Owed, Money Paid, Money Recovered, bool Frozen, bool Correcting)
{
    [Description("Why what is payable is not paid at present, and what lifts that")]
    public PayeeHold? Hold { get; init; }

    [JsonIgnore]
    public bool IsPayable => Owed > Paid - Recovered;

    public const string Select =
        """
        SELECT entitlement_id, subject, period, kind, payee, region, owed, paid, recovered, frozen > 0, correcting FROM entitlements
        WHERE region LIKE ANY ($1) AND ($2::uuid IS NULL OR payee = $2) AND ($3::uuid IS NULL OR decision_id = $3)
            AND ($4::text IS NULL OR CASE $4
                WHEN 'payable' THEN owed - paid + recovered > 0
                WHEN 'overpaid' THEN paid - recovered - owed > 0
                WHEN 'frozen' THEN frozen > 0
                WHEN 'correcting' THEN correcting
                WHEN 'voided' THEN voided
                WHEN 'held' THEN owed - paid + recovered > 0 AND payee = ANY ($7)
                ELSE false END)
            AND entitlement_id > $5 ORDER BY entitlement_id LIMIT $6
        """;

    public static EntitlementRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetGuid(4),
        row.GetString(5),
        Money.Of(row.GetDecimal(6)),
        Money.Of(row.GetDecimal(7)),
        Money.Of(row.GetDecimal(8)),
        row.GetBoolean(9),
        row.GetBoolean(10));
}

/// <summary>Which entitlements are listed.</summary>
internal sealed record EntitlementQuery(
    string? Region,
    Guid? Payee,
    [property: Description("The decision that granted them, such as a claim")] Guid? Decision,
    [property: Description("payable, overpaid, frozen, correcting, voided, or held: payable but its payee is not paid at present")] string? Status,
    Guid? After,
    int? Limit);

/// <summary>Another amount is owed.</summary>
internal sealed record CorrectionRequest(Money Owed, string Reason);

/// <summary>The payee paid back.</summary>
internal sealed record RepaymentRequest(Money Amount, [property: Description("The bank's reference")] string Reference, DateOnly ReceivedOn);
