using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments.Payees;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>
/// Host units as payees of the subsidy: paid into their own confirmed account, and not while they are suspended or after they left. What they
/// are owed stays owed and is paid once that is settled.
/// </summary>
internal sealed class HostUnitPayees(IEventStore store, NpgsqlDataSource database) : IPayees
{
    private const string Rows =
        """
        SELECT unit_id, status = 'withdrawn', may_be_paid, suspended_from, account_number IS NOT NULL FROM host_units WHERE unit_id = ANY ($1)
        """;

    public async Task<IReadOnlyDictionary<Guid, PayeeHold>> HoldsAsync(
        IReadOnlyCollection<Guid> payees, DateOnly today, CancellationToken cancellation)
    {
        var held = await database.RowsAsync(
            Rows,
            [payees.ToArray()],
            row => (
                UnitId: row.GetGuid(0), Hold: HoldOf(row.GetBoolean(1) && !row.GetBoolean(2), row.DateOrNull(3), row.GetBoolean(4), today)),
            cancellation);
        return held.Where(unit => unit.Hold is not null).ToDictionary(unit => unit.UnitId, unit => unit.Hold!);
    }

    public async Task<PayeeStanding> StandingAsync(Guid payee, DateOnly today, CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(payee, cancellation);
        var account = AccountOf(unit.State);
        return new(
            account is null ? null : new PayeeAccount(account.Bank, account.Name, account.Number),
            HoldOf(unit.State, today),
            new StreamAppend(unit.Stream, unit.Version, []));
    }

    /// <summary>Why a unit is not paid on a day; null when nothing stands against it.</summary>
    public static PayeeHold? HoldOf(HostUnitState state, DateOnly today) => HoldOf(
        state is HostUnitState.Withdrawn { MayBePaid: false },
        (state as HostUnitState.Approved)?.Suspension?.From,
        AccountOf(state) is not null,
        today);

    private static BankAccount? AccountOf(HostUnitState state) => state switch
    {
        HostUnitState.Approved s => s.Account,
        HostUnitState.Withdrawn s => s.Before?.Account,
        _ => null,
    };

    private static PayeeHold? HoldOf(bool hasLeft, DateOnly? suspendedFrom, bool hasAccount, DateOnly today) =>
        hasLeft ? new("payee.withdrawn", "该单位已退出见习，须经审批同意后结清。")
        : suspendedFrom <= today ? new("payee.suspended", $"该单位自 {suspendedFrom:yyyy-MM-dd} 起被暂停见习资格，解除暂停后支付。")
        : hasAccount ? null
        : new("payee.account_missing", "该单位没有经审核确认的银行账户，确认后支付。");
}
