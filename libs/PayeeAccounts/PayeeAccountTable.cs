using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.PayeeAccounts;

/// <summary>One row a payee: where its account stands; nothing of the account itself.</summary>
public sealed class PayeeAccountTable : IProjection
{
    private static readonly Table<Guid> Payees = new("payee_accounts", "payee_id");
    private static readonly Column<string> Code = new(Payees, "code");
    private static readonly Column<string> Region = new(Payees, "region");
    private static readonly Column<bool> IsPending = new(Payees, "is_pending");
    private static readonly Column<string> State = new(Payees, "state");

    /// <inheritdoc />
    public string Name => "payee_accounts";

    /// <inheritdoc />
    public IReadOnlyList<Table> Tables => [Payees];

    /// <inheritdoc />
    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS payee_accounts (
            payee_id uuid PRIMARY KEY,
            code text NOT NULL,
            region text NOT NULL,
            is_pending boolean NOT NULL,
            state text NOT NULL);
        CREATE INDEX IF NOT EXISTS payee_accounts_by_region ON payee_accounts (region text_pattern_ops, payee_id);
        """;

    /// <inheritdoc />
    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            AccountProposed e =>
            [
                Payees.Upsert(e.File.PayeeId).Set(Code, e.File.Code).Set(Region, e.File.Region.Value).Set(IsPending, true)
                    .Initially(State, PayeeStates.Unconfirmed),
            ],
            AccountConfirmed e => [Payees.Update(e.File.PayeeId).Set(IsPending, false).Set(State, PayeeStates.Confirmed)],
            AccountRefused e => [Payees.Update(e.PayeeId).Set(IsPending, false)],
            AccountContested e => [Payees.Update(e.PayeeId).Set(State, PayeeStates.Contested)],
            AccountUpheld e => [Payees.Update(e.PayeeId).Set(State, PayeeStates.Confirmed)],
            PayeeErased e => [Payees.Update(e.PayeeId).Set(IsPending, false).Set(State, PayeeStates.Erased)],
            _ => [],
        };
    }
}
