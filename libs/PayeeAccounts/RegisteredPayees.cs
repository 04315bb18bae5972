using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments.Payees;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PayeeAccounts;

/// <summary>
/// Payees that are paid into the account that they named and somebody else confirmed, which a run carries sealed under their own key. Whoever has none
/// is held back by name, as is whoever's account is contested. Of two ids of one payee the surviving one's account is asked first.
/// </summary>
public sealed class RegisteredPayees : IPayees
{
    private readonly IEventStore _store;
    private readonly NpgsqlDataSource _database;
    private readonly IPayeeIdentities _identities;
    private readonly PayeeKeys _keys;

    internal RegisteredPayees(IEventStore store, NpgsqlDataSource database, IPayeeIdentities identities, PayeeKeys keys) =>
        (_store, _database, _identities, _keys) = (store, database, identities, keys);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, PayeeHold>> HoldsAsync(IReadOnlyCollection<Guid> payees, DateOnly today, CancellationToken cancellation)
    {
        var survivors = await _identities.SurvivorsAsync(payees, cancellation);
        var states = (await _database.RowsAsync(
                "SELECT payee_id, state FROM payee_accounts WHERE payee_id = ANY ($1)",
                [payees.Concat(survivors.Values).Distinct().ToArray()],
                row => (PayeeId: row.GetGuid(0), State: row.GetString(1)),
                cancellation))
            .ToDictionary(row => row.PayeeId, row => row.State);
        return payees.Distinct().Select(payee => (Payee: payee, Hold: PayeeStates.HoldOf(StateOf(payee)))).Where(payee => payee.Hold is not null)
            .ToDictionary(payee => payee.Payee, payee => payee.Hold!);

        string StateOf(Guid payee)
        {
            var own = states.GetValueOrDefault(payee, PayeeStates.Unconfirmed);
            var surviving = survivors.TryGetValue(payee, out var survivor) ? states.GetValueOrDefault(survivor, PayeeStates.Unconfirmed) : own;
            return surviving == PayeeStates.Unconfirmed ? own : surviving;
        }
    }

    /// <inheritdoc />
    public async Task<PayeeStanding> StandingAsync(Guid payee, DateOnly today, CancellationToken cancellation)
    {
        var survivors = await _identities.SurvivorsAsync([payee], cancellation);
        var found = await LoadAsync(survivors.GetValueOrDefault(payee, payee), cancellation);
        if (PayeeStates.Of(found.State) == PayeeStates.Unconfirmed && survivors.ContainsKey(payee))
        {
            found = await LoadAsync(payee, cancellation);
        }

        var account = found.State is RegistrationState.Registered { Confirmed: { } confirmed } s
            ? new PayeeAccount(s.File.PayeeId.ToString(), confirmed.Holder, confirmed.Number) { IsSealed = true }
            : null;
        return new(account, PayeeStates.HoldOf(PayeeStates.Of(found.State)), new StreamAppend(found.Stream, found.Version, []));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<PayeeAccount, PayeeAccount>> OpenAsync(
        IReadOnlyCollection<PayeeAccount> accounts, CancellationToken cancellation)
    {
        var known = await _keys.FindAsync(accounts.Select(OwnerOf), cancellation);
        return accounts.Where(account => known.ContainsKey(OwnerOf(account))).ToDictionary(account => account, account =>
        {
            var opened = known[OwnerOf(account)].Open(account.Holder, account.Number);
            return new PayeeAccount(opened.Bank, opened.Holder, opened.Number);
        });
    }

    private static Guid OwnerOf(PayeeAccount account) => Guid.Parse(account.Bank);

    private Task<RegistrationAggregate> LoadAsync(Guid payee, CancellationToken cancellation) =>
        RegistrationAggregate.LoadAsync(_store, Registration.Stream(payee), cancellation);
}
