using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Payments.Entitlements;

/// <summary>One row an entitlement, with its account. Of one key at most one entitlement is open; a closed one may be followed by another.</summary>
public sealed class EntitlementTable : IProjection
{
    private static readonly Table<Guid> Entitlements = new("entitlements", "entitlement_id");
    private static readonly Column<string> Scheme = new(Entitlements, "scheme");
    private static readonly Column<Guid> Subject = new(Entitlements, "subject");
    private static readonly Column<string> Period = new(Entitlements, "period");
    private static readonly Column<string> Kind = new(Entitlements, "kind");
    private static readonly Column<Guid> Payee = new(Entitlements, "payee");
    private static readonly Column<string> PayeeCode = new(Entitlements, "payee_code");
    private static readonly Column<string> Region = new(Entitlements, "region");
    private static readonly Column<Guid> DecisionId = new(Entitlements, "decision_id");
    private static readonly Column<Guid> FileId = new(Entitlements, "file_id");
    private static readonly Column<decimal> Owed = new(Entitlements, "owed");
    private static readonly Column<decimal> Paid = new(Entitlements, "paid");
    private static readonly Column<decimal> Recovered = new(Entitlements, "recovered");
    private static readonly Column<decimal> Reserved = new(Entitlements, "reserved");
    private static readonly Column<int> Frozen = new(Entitlements, "frozen");
    private static readonly Column<bool> Correcting = new(Entitlements, "correcting");
    private static readonly Column<bool> Voided = new(Entitlements, "voided");

    /// <inheritdoc />
    public string Name => "entitlements";

    /// <inheritdoc />
    public IReadOnlyList<Table> Tables => [Entitlements];

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
            voided bool NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS entitlements_once ON entitlements (scheme, subject, period, kind) WHERE NOT voided;
        CREATE INDEX IF NOT EXISTS entitlements_payable ON entitlements (scheme, region text_pattern_ops, entitlement_id)
            WHERE owed - paid + recovered > 0 AND frozen = 0;
        CREATE INDEX IF NOT EXISTS entitlements_by_region ON entitlements (region text_pattern_ops, entitlement_id);
        CREATE INDEX IF NOT EXISTS entitlements_by_payee ON entitlements (payee, entitlement_id);
        CREATE INDEX IF NOT EXISTS entitlements_by_decision ON entitlements (decision_id);
        CREATE INDEX IF NOT EXISTS entitlements_by_file ON entitlements (file_id);
        """;

    /// <inheritdoc />
    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            EntitlementGranted e => [Grant(e.File).Set(Owed, e.Amount.Amount)],
            CorrectionProposed e => [Entitlements.Update(e.EntitlementId).Set(Correcting, true)],
            CorrectionRejected e => [Entitlements.Update(e.EntitlementId).Set(Correcting, false)],
            EntitlementCorrected e => [Entitlements.Update(e.File.EntitlementId).Set(Correcting, false).Set(Owed, e.Owed.Amount)],
            EntitlementVoided e => [Entitlements.Update(e.File.EntitlementId).Set(Voided, true)],
            PaymentScheduled e => [Freeze(e.EntitlementId, 1)],
            PaymentWithdrawn e => [Freeze(e.EntitlementId, -1)],
            PaymentFailed e => [Freeze(e.EntitlementId, -1)],
            PaymentDoubted { WasSettled: true } e => [Freeze(e.EntitlementId, 1)],
            EntitlementPaid e => [Freeze(e.File.EntitlementId, -1).Add(Paid, e.Amount.Amount)],
            EntitlementPaymentReturned e => [Entitlements.Update(e.File.EntitlementId).Add(Paid, -e.Amount.Amount)],
            RecoveryReserved e => [Entitlements.Update(e.EntitlementId).Add(Reserved, e.Amount.Amount)],
            RecoveryReleased e => [Entitlements.Update(e.EntitlementId).Add(Reserved, -e.Amount.Amount)],
            EntitlementRecovered { Way: RecoveryWay.Offset } e => [Recover(e).Add(Reserved, -e.Amount.Amount)],
            EntitlementRecovered e => [Recover(e)],
            _ => [],
        };
    }

    private static RowChange Grant(EntitlementFile file) => Entitlements.Insert(file.EntitlementId)
        .Set(Scheme, file.Key.Scheme)
        .Set(Subject, file.Key.Subject)
        .Set(Period, file.Key.Period)
        .Set(Kind, file.Key.Kind)
        .Set(Paid, 0)
        .Set(Recovered, 0)
        .Set(Reserved, 0)
        .Set(Frozen, 0)
        .Set(Correcting, false)
        .Set(Voided, false)
        .Set(Payee, file.Payee)
        .Set(PayeeCode, file.PayeeCode)
        .Set(Region, file.Region.Value)
        .Set(DecisionId, file.DecisionId)
        .Set(FileId, file.FileId);

    private static RowChange Freeze(Guid id, int change) => Entitlements.Update(id).Add(Frozen, change);

    private static RowChange Recover(EntitlementRecovered e) => Entitlements.Update(e.File.EntitlementId).Add(Recovered, e.Amount.Amount);
}
