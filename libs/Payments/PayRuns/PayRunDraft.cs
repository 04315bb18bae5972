using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>
/// Draws up the lines of a run: what is payable, less what the same payee owes. The order follows from the ids, so the same accounts
/// give the same lines.
/// </summary>
public static class PayRunDraft
{
    /// <summary>Lines for what is payable; older debts of a payee are kept back first, never more than the payment.</summary>
    /// <param name="payable">Accounts of which those with something payable become lines.</param>
    /// <param name="debts">Accounts of which too much was paid.</param>
    public static IReadOnlyList<PayRunLine> Lines(IEnumerable<EntitlementAccount> payable, IEnumerable<EntitlementAccount> debts)
    {
        ArgumentNullException.ThrowIfNull(payable);
        ArgumentNullException.ThrowIfNull(debts);
        var owing = debts.GroupBy(debt => debt.File.Payee).ToDictionary(group => group.Key, group => new Debts(group));
        List<PayRunLine> lines = [];
        foreach (var account in payable.Where(account => account.Payable > Money.Zero).OrderBy(Order))
        {
            var offsets = owing.TryGetValue(account.File.Payee, out var payee) ? payee.Take(account.Payable) : [];
            lines.Add(LineOf(lines.Count + 1, account, offsets));
        }

        return lines;
    }

    private static PayRunLine LineOf(int number, EntitlementAccount account, IReadOnlyList<Offset> offsets)
    {
        var next = account.NextAttempt(account.Payable, offsets.Select(offset => offset.Amount).Sum());
        var file = account.File;
        return new(
            number, file.EntitlementId, file.Key, next.PaymentId, next.Attempt, file.Payee, file.PayeeCode, account.Payable, offsets, account.GrantedBy);
    }

    private static (string Period, Guid Id) Order(EntitlementAccount account) => (account.File.Key.Period, account.File.EntitlementId);

    /// <summary>What a payee owes and has not yet been kept back.</summary>
    private sealed class Debts(IEnumerable<EntitlementAccount> accounts)
    {
        private readonly Stack<Offset> _open = new(
            accounts.OrderByDescending(Order).Select(account => new Offset(account.File.EntitlementId, account.Recoverable)).Where(debt => debt.Amount > Money.Zero));

        public List<Offset> Take(Money most)
        {
            List<Offset> taken = [];
            while (most > Money.Zero && _open.TryPop(out var debt))
            {
                var part = Money.Min(most, debt.Amount);
                taken.Add(debt with { Amount = part });
                most -= part;
                if (part < debt.Amount)
                {
                    _open.Push(debt with { Amount = debt.Amount - part });
                }
            }

            return taken;
        }
    }
}
