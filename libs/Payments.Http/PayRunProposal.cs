using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>Gathers what is payable in a region, what of it is held back, and what its payees owe.</summary>
internal sealed class PayRunProposal(PayDesk desk, NpgsqlDataSource database, PaymentScheme scheme, PayeeHolds holds)
{
    private const string Payable =
        """
        SELECT entitlement_id FROM entitlements
        WHERE scheme = $1 AND region LIKE $2 AND owed - paid + recovered > 0 AND frozen = 0 AND NOT correcting AND payee <> ALL ($3)
        ORDER BY period, entitlement_id LIMIT $4
        """;

    private const string Owing =
        """
        SELECT entitlement_id FROM entitlements
        WHERE scheme = $1 AND payee = ANY ($2) AND paid - recovered - owed - reserved > 0 ORDER BY period, entitlement_id
        """;

    private const int Attempts = 5;

    /// <summary>What an item says that came into another run, was corrected, or was granted to somebody who is held, while the run was drawn up.</summary>
    private static readonly string[] Stale =
    [
        "entitlement.frozen", "entitlement.nothing_payable", "entitlement.amount_moved", "entitlement.correction_open", "recovery.exceeds_debt",
        "pay_run.payee_held", "pay_run.account_changed",
    ];

    /// <summary>Draws a run up; what was overtaken meanwhile is read again.</summary>
    /// <exception cref="RuleViolation">Nothing is payable, or all of it is held.</exception>
    public async Task<(Decision<PayRunState> Run, IReadOnlyList<StreamAppend> Appends)> DecideAsync(
        Guid runId, RegionCode region, HttpCommand command, CancellationToken cancellation)
    {
        for (var left = Attempts; ; left--)
        {
            try
            {
                return await desk.DecideAsync(runId, await PrepareAsync(runId, region, command, cancellation), command.Today, cancellation);
            }
            catch (RuleViolation refused) when (left > 0 && Stale.Contains(refused.Code))
            {
                // What was read is no longer so.
            }
        }
    }

    private async Task<ProposePayRun> PrepareAsync(Guid runId, RegionCode region, HttpCommand command, CancellationToken cancellation)
    {
        var held = await holds.HeldAsync([$"{region.Prefix}%"], command.Today, cancellation);
        Guid[] left = [.. held.Select(payee => payee.Payee)];
        var payable = await AccountsAsync(Payable, [scheme.Name, $"{region.Prefix}%", left, PayRun.MostLines], cancellation);
        Guid[] payees = [.. payable.Select(account => account.File.Payee).Distinct()];
        var debts = await AccountsAsync(Owing, [scheme.Name, payees], cancellation);
        var accounts = new Dictionary<Guid, PayeeAccount?>();
        foreach (var payee in payees)
        {
            accounts[payee] = await holds.AccountAsync(payee, command.Today, cancellation);
        }

        var lines = PayRunDraft.Lines(payable, debts).Select(line => line with { Account = accounts[line.Payee] });
        return new(new PayRunFile(runId, scheme.Name, region, [.. lines], command.Actor, command.Today) { Held = held });
    }

    private async Task<List<EntitlementAccount>> AccountsAsync(string sql, object[] parameters, CancellationToken cancellation)
    {
        List<EntitlementAccount> accounts = [];
        foreach (var id in await database.RowsAsync(sql, parameters, row => row.GetGuid(0), cancellation))
        {
            accounts.Add((await desk.EntitlementAsync(id, cancellation)).State.AccountOrNull!);
        }

        return accounts;
    }
}
