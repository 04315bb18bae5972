using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>A person whose data may not be kept any longer.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry.</param>
/// <param name="Kind">Kind of record: <c>open_entry</c> or <c>deceased_entry</c>.</param>
/// <param name="LastNeededOn">Day from which the time counts.</param>
/// <param name="DueOn">Day from which the data are to be erased.</param>
/// <param name="Rule">The retention time.</param>
internal sealed record DueErasure(Guid PersonId, string Region, string Kind, DateOnly LastNeededOn, DateOnly DueOn, RuleVersion Rule);

/// <summary>
/// How long personal data are kept, a clock for each kind of record (the pack's <c>retention.*_months</c>). What is due is computed from the entry
/// as it stands and today, so that a new contact or a new notice moves it.
/// </summary>
internal sealed class Retention(NpgsqlDataSource database, PolicyBook book, ErasureDesk desk, IEventStore store, TimeProvider time)
{
    /// <summary>Kinds of record: the standing that an entry has, and the day from which its time counts.</summary>
    private static readonly (string Kind, string Standing, string Since)[] Kinds =
    [
        ("open_entry", LedgerProjection.Standing, "greatest(opened_on, last_contact_on)"),
        ("deceased_entry", "deceased", "closed_on"),
    ];

    /// <summary>Whose data are due for erasure in some regions today, the longest due first.</summary>
    public async Task<IReadOnlyList<DueErasure>> DueAsync(IEnumerable<RegionCode> regions, int limit, CancellationToken cancellationToken)
    {
        var today = time.Today();
        List<DueErasure> due = [];
        foreach (var region in regions)
        {
            foreach (var (kind, standing, since) in Kinds)
            {
                var months = book.WholeNumber($"retention.{kind}_months", region, today);
                due.AddRange(await database.RowsAsync(
                    $"""
                    SELECT person_id, region, {since} FROM ledger_entries
                    WHERE region LIKE $1 AND standing = $2 AND {since} <= $3 ORDER BY {since}, person_id LIMIT $4
                    """,
                    [$"{region.Prefix}%", standing, today.AddMonths(-months.Value), limit],
                    row => new DueErasure(row.GetGuid(0), row.GetString(1), kind, row.Date(2), row.Date(2).AddMonths(months.Value), months.Version),
                    cancellationToken));
            }
        }

        return [.. due.OrderBy(d => d.DueOn).ThenBy(d => d.PersonId).DistinctBy(d => d.PersonId).Take(limit)];
    }

    /// <summary>Erases who is due, each in a commit of its own; somebody whose entry changes meanwhile is left for the next run.</summary>
    /// <returns>The receipts.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(IEnumerable<RegionCode> regions, string actor, int limit, CancellationToken cancellationToken)
    {
        List<Guid> receipts = [];
        foreach (var due in await DueAsync(regions, limit, cancellationToken))
        {
            if (await EraseAsync(due, actor, cancellationToken) is { } receipt)
            {
                receipts.Add(receipt);
            }
        }

        return receipts;
    }

    private async Task<Guid?> EraseAsync(DueErasure due, string actor, CancellationToken cancellationToken)
    {
        var entries = await desk.EntriesAsync(due.PersonId, cancellationToken);
        if (entries.Count == 0)
        {
            return null;
        }

        var (today, erasureId) = (time.Today(), Guid.CreateVersion7(time.GetUtcNow()));
        var erasure = ErasureAggregate.From(new EventStream(Erasure.StreamOf(erasureId), 0, []));
        var decision = erasure.Decide(
            new ErasureCommand.RunOut(erasureId, ErasureDesk.IdsOf(entries), ErasureDesk.RegionOf(entries, today), due.Rule, actor, today));
        var (streams, statements) = ErasureDesk.Erase(entries, erasureId, ErasureGround.Retention, today);
        try
        {
            await store.AppendAsync(new Append([decision.Append, .. streams], new EventMetadata(actor)) { Statements = statements }, CancellationToken.None);
            return erasureId;
        }
        catch (WrongExpectedVersionException)
        {
            return null;
        }
    }
}
