using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>One row an entitlement, with its account.</summary>
public sealed class EntitlementTable : IProjection
{
    /// <inheritdoc />
    public string Name => "entitlements";

    /// <inheritdoc />
    public IReadOnlyList<string> Tables => ["entitlements"];

    /// <inheritdoc />
    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS entitlements (
            entitlement_id uuid PRIMARY KEY,
            scheme text NOT NULL,
            subject uuid NOT NULL,
            period text NOT NULL,
            kind text NOT NULL,
            payee uuid NOT NULL,
            payee_code text NOT NULL,
            region text NOT NULL,
            decision_id uuid NOT NULL,
            file_id uuid NOT NULL,
            owed numeric(14, 2) NOT NULL,
            paid numeric(14, 2) NOT NULL,
            recovered numeric(14, 2) NOT NULL,
            reserved numeric(14, 2) NOT NULL,
            frozen int NOT NULL,
            correcting bool NOT NULL,
            CONSTRAINT entitlements_once UNIQUE (scheme, subject, period, kind));
        CREATE INDEX IF NOT EXISTS entitlements_payable ON entitlements (scheme, region text_pattern_ops, entitlement_id)
            WHERE owed - paid + recovered > 0 AND frozen = 0;
        CREATE INDEX IF NOT EXISTS entitlements_by_region ON entitlements (region text_pattern_ops, entitlement_id);
        CREATE INDEX IF NOT EXISTS entitlements_by_payee ON entitlements (payee, entitlement_id);
        CREATE INDEX IF NOT EXISTS entitlements_by_decision ON entitlements (decision_id);
        """;

    /// <inheritdoc />
    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            EntitlementGranted e => [Grant(e.File, e.Amount)],
            CorrectionProposed e => [Correcting(e.EntitlementId, true)],
            CorrectionRejected e => [Correcting(e.EntitlementId, false)],
            EntitlementCorrected e => [Correct(e)],
            PaymentScheduled e => [Freeze(e.EntitlementId, 1)],
            PaymentWithdrawn e => [Freeze(e.EntitlementId, -1)],
            PaymentFailed e => [Freeze(e.EntitlementId, -1)],
            PaymentDoubted { WasSettled: true } e => [Freeze(e.EntitlementId, 1)],
            EntitlementPaid e => [Pay(e.File.EntitlementId, e.Amount, -1)],
            EntitlementPaymentReturned e => [Pay(e.File.EntitlementId, -e.Amount, 0)],
            RecoveryReserved e => [Recover(e.EntitlementId, Money.Zero, e.Amount)],
            RecoveryReleased e => [Recover(e.EntitlementId, Money.Zero, -e.Amount)],
            EntitlementRecovered e => [Recover(e.File.EntitlementId, e.Amount, e.Way == RecoveryWay.Offset ? -e.Amount : Money.Zero)],
            _ => [],
        };
    }

    private static SqlStatement Grant(EntitlementFile file, Money amount) => new(
        """
        INSERT INTO entitlements (entitlement_id, scheme, subject, period, kind, payee, payee_code, region, decision_id, file_id, owed,
            paid, recovered, reserved, frozen, correcting)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, 0, 0, false)
        ON CONFLICT (entitlement_id) DO UPDATE SET payee = EXCLUDED.payee, payee_code = EXCLUDED.payee_code, region = EXCLUDED.region,
            decision_id = EXCLUDED.decision_id, file_id = EXCLUDED.file_id, owed = EXCLUDED.owed
        """,
        file.EntitlementId,
        file.Key.Scheme,
        file.Key.Subject,
        file.Key.Period,
        file.Key.Kind,
        file.Payee,
        file.PayeeCode,
        file.Region.Value,
        file.DecisionId,
        file.FileId,
        amount.Amount);

    private static SqlStatement Correcting(Guid id, bool isCorrecting) =>
        new("UPDATE entitlements SET correcting = $2 WHERE entitlement_id = $1", id, isCorrecting);

    private static SqlStatement Correct(EntitlementCorrected e) => new(
        "UPDATE entitlements SET correcting = false, owed = $2 WHERE entitlement_id = $1", e.File.EntitlementId, e.Owed.Amount);

    private static SqlStatement Freeze(Guid id, int change) =>
        new("UPDATE entitlements SET frozen = frozen + $2 WHERE entitlement_id = $1", id, change);

    private static SqlStatement Pay(Guid id, Money amount, int frozen) =>
        new("UPDATE entitlements SET paid = paid + $2, frozen = frozen + $3 WHERE entitlement_id = $1", id, amount.Amount, frozen);

    private static SqlStatement Recover(Guid id, Money recovered, Money reserved) => new(
        "UPDATE entitlements SET recovered = recovered + $2, reserved = reserved + $3 WHERE entitlement_id = $1",
        id,
        recovered.Amount,
        reserved.Amount);
}
