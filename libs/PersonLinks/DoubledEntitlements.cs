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
public sealed class DoubledEntitlements
{
    private const string Doubled =
        """
        SELECT entitlement_id, scheme, subject, period, kind, frozen > 0 OR correcting OR reserved > 0 FROM entitlements
        WHERE subject = ANY ($1) AND owed > 0 AND NOT voided
        ORDER BY paid > recovered DESC, decision_id, entitlement_id
        """;

    private readonly NpgsqlDataSource _database;
    private readonly PayDesk _desk;
    private readonly ExclusiveGroups _groups;

    internal DoubledEntitlements(NpgsqlDataSource database, PayDesk desk, ExclusiveGroups groups) => (_database, _desk, _groups) = (database, desk, groups);

    /// <summary>The corrections of what is granted twice; what is being paid or corrected at present is left to the list of doubled entitlements.</summary>
    /// <param name="ids">All ids of the person.</param>
    /// <param name="actor">Account that proposes.</param>
    /// <param name="today">China date.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<StreamAppend>> CorrectAsync(
        IReadOnlyCollection<Guid> ids, string actor, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var rows = await _database.RowsAsync(
            Doubled,
            [ids.ToArray()],
            row => new Granted(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetBoolean(5)),
            cancellationToken);
        var groups = await _groups.OfAsync([.. rows.Select(row => row.Id)], cancellationToken);
        Dictionary<string, Granted> stays = [];
        List<StreamAppend> corrections = [];
        foreach (var granted in rows)
        {
            string[] once = [$"{granted.Scheme} {granted.Kind} {granted.Period}", .. groups[granted.Id].Select(group => $"{group} {granted.Period}")];
            if (once.Select(stays.GetValueOrDefault).FirstOrDefault(earlier => earlier is not null && earlier.Subject != granted.Subject) is not { } before)
            {
                Array.ForEach(once, name => stays.TryAdd(name, granted));
            }
            else if (!granted.IsBusy)
            {
                var reason = $"实名台账认定 {granted.Subject} 与 {before.Subject} 为同一人，同期补贴已由 {before.Id} 核定。";
                var entitlement = await _desk.EntitlementAsync(granted.Id, cancellationToken);
                corrections.Add(entitlement.Decide(new ProposeCorrection(Money.Zero, reason, actor, today)).Append);
            }
        }

        return corrections;
    }

    private sealed record Granted(Guid Id, string Scheme, Guid Subject, string Period, string Kind, bool IsBusy);
}
