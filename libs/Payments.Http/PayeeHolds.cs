using Npgsql;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>Who is owed something and is not paid at present, and why. Computed when asked: what lifts the reason ends the hold.</summary>
internal sealed class PayeeHolds(NpgsqlDataSource database, PaymentScheme scheme, IPayees? payees = null)
{
    private static readonly IReadOnlyDictionary<Guid, PayeeHold> Nobody = new Dictionary<Guid, PayeeHold>();

    private const string Owed =
        """
        SELECT payee, payee_code, count(*)::int, sum(owed - paid + recovered) FROM entitlements
        WHERE scheme = $1 AND region LIKE ANY ($2) AND owed - paid + recovered > 0 AND frozen = 0
        GROUP BY payee, payee_code ORDER BY payee_code, payee
        """;

    /// <summary>The holds of some payees.</summary>
    public Task<IReadOnlyDictionary<Guid, PayeeHold>> OfAsync(IEnumerable<Guid> asked, DateOnly today, CancellationToken cancellation)
    {
        Guid[] distinct = [.. asked.Distinct()];
        return payees is null || distinct.Length == 0 ? Task.FromResult(Nobody) : payees.HoldsAsync(distinct, today, cancellation);
    }

    /// <summary>Payees that are held, with what is payable to them in some regions.</summary>
    public async Task<IReadOnlyList<HeldPayee>> HeldAsync(string[] regions, DateOnly today, CancellationToken cancellation)
    {
        if (payees is null)
        {
            return [];
        }

        var owed = await database.RowsAsync(
            Owed,
            [scheme.Name, regions],
            row => (Payee: row.GetGuid(0), Code: row.GetString(1), Items: row.GetInt32(2), Amount: Money.Of(row.GetDecimal(3))),
            cancellation);
        var held = await OfAsync(owed.Select(row => row.Payee), today, cancellation);
        return
        [
            .. owed.Where(row => held.ContainsKey(row.Payee))
                .Select(row => new HeldPayee(row.Payee, row.Code, held[row.Payee], row.Items, row.Amount)),
        ];
    }

    /// <summary>The sealed accounts of a run in clear.</summary>
    public async Task<IReadOnlyDictionary<PayeeAccount, PayeeAccount>> OpenAsync(PayRunFile run, CancellationToken cancellation)
    {
        PayeeAccount[] closed = [.. run.Lines.Select(line => line.Account).OfType<PayeeAccount>().Where(account => account.IsSealed).Distinct()];
        return payees is null || closed.Length == 0 ? new Dictionary<PayeeAccount, PayeeAccount>() : await payees.OpenAsync(closed, cancellation);
    }

    /// <summary>The account that a payee's money goes to; null where the service knows none.</summary>
    public async Task<PayeeAccount?> AccountAsync(Guid payee, DateOnly today, CancellationToken cancellation) =>
        payees is null ? null : (await payees.StandingAsync(payee, today, cancellation)).Account;
}
