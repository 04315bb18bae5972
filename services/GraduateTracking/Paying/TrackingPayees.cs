using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.Payments.Payees;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Paying;

/// <summary>
/// People as payees: paid into the account that the vault has of them, which a run carries sealed under the person's own key; of a merged entry, that of
/// the surviving one. Nobody is paid after death or erasure. Firms are paid into the account that they named and a second person confirmed. Who has none is
/// paid by number or credit code, or held where accounts are required.
/// </summary>
internal sealed class TrackingPayees(
    IEventStore store, NpgsqlDataSource database, PersonVault vault, RegisteredPayees firms, IConfiguration configuration) : IPayees
{
    /// <summary>Whether who has no account is held back, instead of paid by number.</summary>
    public const string RequireAccounts = "Payments:RequireAccounts";

    private const string Missing = "payee.account_missing";

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
        var holds = rows.Where(row => row.Hold is not null).ToDictionary(row => row.Id, row => row.Hold!);
        foreach (var (firm, hold) in await firms.HoldsAsync([.. payees.Except(rows.Select(row => row.Id))], today, cancellation))
        {
            if (IsHeld(hold))
            {
                holds.Add(firm, hold);
            }
        }

        return holds;
    }

    public async Task<PayeeStanding> StandingAsync(Guid payee, DateOnly today, CancellationToken cancellation)
    {
        var (owner, entry) = (payee, await store.LedgerEntryAsync(payee, cancellation));
        if (entry.State is LedgerEntryState.Merged merged)
        {
            (owner, entry) = (merged.IntoPersonId, await store.LedgerEntryAsync(merged.IntoPersonId, cancellation));
        }

        if (entry.Version == 0)
        {
            var firm = await firms.StandingAsync(payee, today, cancellation);
            return firm.Hold is { } hold && !IsHeld(hold) ? firm with { Hold = null } : firm;
        }

        StreamAppend unchanged = new(entry.Stream, entry.Version, []);

        var found = await vault.ReadSealedAccountsAsync([owner], cancellation);
        var account = found.TryGetValue(owner, out var stored) ? Seal(owner, stored.Name, stored.Account) : null;
        var standing = entry.State is LedgerEntryState.Closed closed ? (closed.IsErased ? "erased" : "deceased") : LedgerProjection.Standing;
        return new(account, HoldOf(standing, account is not null), unchanged);
    }

    public async Task<IReadOnlyDictionary<PayeeAccount, PayeeAccount>> OpenAsync(
        IReadOnlyCollection<PayeeAccount> accounts, CancellationToken cancellation)
    {
        var openers = await vault.OpenersAsync([.. accounts.Select(OwnerOf).Distinct()], cancellation);
        Dictionary<PayeeAccount, PayeeAccount> opened = new(await firms.OpenAsync([.. accounts.Where(account => !openers.ContainsKey(OwnerOf(account)))], cancellation));
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

    private bool IsHeld(PayeeHold hold) => _requiresAccounts || hold.Code != Missing;

    private PayeeHold? HoldOf(string standing, bool hasAccount) => standing switch
    {
        "deceased" => new("payee.deceased", "该人员已去世，应付款项须由经办人员更正。"),
        "erased" => new("payee.erased", "该人员的个人信息已按规定删除，应付款项须由经办人员更正。"),
        _ when _requiresAccounts && !hasAccount => new(Missing, "该人员没有登记银行账户，登记后支付。"),
        _ => null,
    };
}
