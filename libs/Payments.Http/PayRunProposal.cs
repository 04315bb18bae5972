using Npgsql;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>Gathers what is payable in a region, and what its payees owe.</summary>
internal sealed class PayRunProposal(PayDesk desk, NpgsqlDataSource database, PaymentScheme scheme)
{
    private const string Payable =
        """
        SELECT entitlement_id FROM entitlements
        WHERE scheme = $1 AND region LIKE $2 AND owed - paid + recovered > 0 AND frozen = 0 AND NOT correcting
        ORDER BY period, entitlement_id LIMIT $3
        """;

    private const string Owing =
        """
        SELECT entitlement_id FROM entitlements
        WHERE scheme = $1 AND payee = ANY ($2) AND paid - recovered - owed - reserved > 0 ORDER BY period, entitlement_id
        """;

    public async Task<ProposePayRun> PrepareAsync(Guid runId, RegionCode region, HttpCommand command, CancellationToken cancellation)
    {
        var payable = await AccountsAsync(Payable, [scheme.Name, $"{region.Prefix}%", PayRun.MostLines], cancellation);
        Guid[] payees = [.. payable.Select(account => account.File.Payee).Distinct()];
        var debts = await AccountsAsync(Owing, [scheme.Name, payees], cancellation);
        var lines = PayRunDraft.Lines(payable, debts);
        return new(new PayRunFile(runId, scheme.Name, region, lines, command.Actor, command.Today));
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
