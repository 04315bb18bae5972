using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Payments.Payees;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Paying;

/// <summary>
/// People as payees: paid into the account that the vault has of them, which a run carries sealed under the person's own key; of a merged entry, that of
/// the surviving one. Nobody is paid after death or erasure. Firms are paid by their credit code.
/// </summary>
internal sealed class TrackingPayees(IEventStore store, NpgsqlDataSource database, PersonVault vault, IConfiguration configuration) : IPayees
{
    /// <summary>Whether people without an account are held back, instead of paid by their number.</summary>
    public const string RequireAccounts = "Payments:RequireAccounts";

    private const string Rows =
        """
        SELECT e.person_id, s.standing, p.account IS NOT NULL
        FROM ledger_entries e JOIN ledger_entries s ON s.person_id = coalesce(e.merged_into, e.person_id)
        LEFT JOIN vault.people p ON p.person_id = s.person_id
        WHERE e.person_id = ANY ($1)
        """;

    private readonly bool _requiresAccounts = configuration.GetValue<bool>(RequireAccounts);

    public async Task<IReadOnlyDictionary<Guid, PayeeHold>> HoldsAsync(
        IReadOnlyCollection<Guid> payees, DateOnly today, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(
            Rows,
            [payees.ToArray()],
            row => (Id: row.GetGuid(0), Hold: HoldOf(row.GetString(1), row.GetBoolean(2))),
            cancellation);
        return rows.Where(row => row.Hold is not null).ToDictionary(row => row.Id, row => row.Hold!);
    }

    public async Task<PayeeStanding> StandingAsync(Guid payee, DateOnly today, CancellationToken cancellation)
    {
        var (owner, entry) = (payee, await store.LedgerEntryAsync(payee, cancellation));
        if (entry.State is LedgerEntryState.Merged merged)
        {
            (owner, entry) = (merged.IntoPersonId, await store.LedgerEntryAsync(merged.IntoPersonId, cancellation));
        }

        StreamAppend unchanged = new(entry.Stream, entry.Version, []);
        if (entry.Version == 0)
        {
            return new(null, null, unchanged);
        }

        var found = await vault.ReadSealedAccountsAsync([owner], cancellation);
        var account = found.TryGetValue(owner, out var stored) ? Seal(owner, stored.Name, stored.Account) : null;
        var standing = entry.State is LedgerEntryState.Closed closed ? (closed.IsErased ? "erased" : "deceased") : LedgerProjection.Standing;
        return new(account, HoldOf(standing, account is not null), unchanged);
    }

    public async Task<IReadOnlyDictionary<PayeeAccount, PayeeAccount>> OpenAsync(
        IReadOnlyCollection<PayeeAccount> accounts, CancellationToken cancellation)
    {
        var openers = await vault.OpenersAsync([.. accounts.Select(OwnerOf).Distinct()], cancellation);
        Dictionary<PayeeAccount, PayeeAccount> opened = [];
        foreach (var account in accounts)
        {
            if (openers.TryGetValue(OwnerOf(account), out var open))
            {
                var (name, number) = open(Convert.FromBase64String(account.Holder), Convert.FromBase64String(account.Number));
                opened.Add(account, new PayeeAccount("", name, number));
            }
        }

        return opened;
    }

    private static PayeeAccount Seal(Guid owner, byte[] name, byte[] account) =>
        new(owner.ToString(), Convert.ToBase64String(name), Convert.ToBase64String(account)) { IsSealed = true };

    private static Guid OwnerOf(PayeeAccount account) => Guid.Parse(account.Bank);

    private PayeeHold? HoldOf(string standing, bool hasAccount) => standing switch
    {
        "deceased" => new("payee.deceased", "该人员已去世，应付款项须由经办人员更正。"),
        "erased" => new("payee.erased", "该人员的个人信息已按规定删除，应付款项须由经办人员更正。"),
        _ when _requiresAccounts && !hasAccount => new("payee.account_missing", "该人员没有登记银行账户，登记后支付。"),
        _ => null,
    };
}
