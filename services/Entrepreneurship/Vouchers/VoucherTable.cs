using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Vouchers;

/// <summary>One row a voucher; a person has one of a kind unless it was cancelled.</summary>
internal sealed class VoucherTable : IProjection
{
    private static readonly Table<Guid> Vouchers = new("vouchers", "voucher_id");
    private static readonly Column<Guid> PersonId = new(Vouchers, "person_id");
    private static readonly Column<string> Region = new(Vouchers, "region");
    private static readonly Column<string> Kind = new(Vouchers, "kind");
    private static readonly Column<decimal> Amount = new(Vouchers, "amount");
    private static readonly Column<DateOnly> ValidUntil = new(Vouchers, "valid_until");
    private static readonly Column<string> State = new(Vouchers, "state");
    private static readonly Column<string> Body = new(Vouchers, "body");

    public string Name => "vouchers";

    public IReadOnlyList<Table> Tables => [Vouchers];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS vouchers (
            voucher_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            region text NOT NULL,
            kind text NOT NULL,
            amount numeric(14, 2) NOT NULL,
            valid_until date NOT NULL,
            state text NOT NULL,
            body text);
        CREATE UNIQUE INDEX IF NOT EXISTS vouchers_once ON vouchers (person_id, kind) WHERE state <> 'cancelled';
        CREATE INDEX IF NOT EXISTS vouchers_by_body ON vouchers (body, voucher_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            VoucherIssued e =>
            [
                Vouchers.Insert(e.File.VoucherId).Set(PersonId, e.File.PersonId).Set(Region, e.File.Region.Value).Set(Kind, e.File.Kind)
                    .Set(Amount, e.File.Amount.Amount).Set(ValidUntil, e.File.ValidUntil).Set(State, "issued"),
            ],
            VoucherRedeemed e => [Vouchers.Update(e.VoucherId).Set(State, "redeemed").Set(Body, e.Body)],
            SettlementAskedFor e => [Vouchers.Update(e.VoucherId).Set(State, "settlement_asked")],
            VoucherSettled e => [Vouchers.Update(e.File.VoucherId).Set(State, "settled")],
            VoucherCancelled e => [Vouchers.Update(e.VoucherId).Set(State, "cancelled")],
            _ => [],
        };
    }
}
