using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PersonLinks;

/// <summary>
/// What was granted under several ids of one person for the same period and kind. The one that was paid, or else decided first, stays; of each other one
/// it is proposed that nothing is owed, so that an approver decides and what was paid twice comes back (H9 §四(二)).
/// </summary>
/// <param name="database">The service's database.</param>
/// <param name="desk">Loads entitlements.</param>
public sealed class DoubledEntitlements(NpgsqlDataSource database, PayDesk desk)
{
    private const string Doubled =
        """
        SELECT entitlement_id, scheme, subject, period, kind, frozen > 0 OR correcting OR reserved > 0 FROM entitlements
        WHERE subject = ANY ($1) AND owed > 0 AND NOT voided
        ORDER BY scheme, period, kind, paid > recovered DESC, decision_id, entitlement_id
        """;

    /// <summary>The corrections of what is granted twice; what is being paid or corrected at present is left to the list of doubled entitlements.</summary>
    /// <param name="ids">All ids of the person.</param>
    /// <param name="actor">Account that proposes.</param>
    /// <param name="today">China date.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<StreamAppend>> CorrectAsync(
        IReadOnlyCollection<Guid> ids, string actor, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var rows = await database.RowsAsync(
            Doubled,
            [ids.ToArray()],
            row => (Id: row.GetGuid(0), Key: (row.GetString(1), row.GetString(3), row.GetString(4)), Subject: row.GetGuid(2), IsBusy: row.GetBoolean(5)),
            cancellationToken);
        List<StreamAppend> corrections = [];
        foreach (var granted in rows.GroupBy(row => row.Key).Where(group => group.DistinctBy(row => row.Subject).Count() > 1))
        {
            var stays = granted.First();
            foreach (var surplus in granted.Skip(1).Where(row => !row.IsBusy))
            {
                var reason = $"实名台账认定 {surplus.Subject} 与 {stays.Subject} 为同一人，同期补贴已由 {stays.Id} 核定。";
                var entitlement = await desk.EntitlementAsync(surplus.Id, cancellationToken);
                corrections.Add(entitlement.Decide(new ProposeCorrection(Money.Zero, reason, actor, today)).Append);
            }
        }

        return corrections;
    }
}
