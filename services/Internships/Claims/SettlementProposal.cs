using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Rules;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>Gathers what the settlement of a unit's year is computed from.</summary>
internal sealed class SettlementProposal(IEventStore store, NpgsqlDataSource database, SubsidyRules rules)
{
    private const int LastMonth = 12;

    private const string Placements = "SELECT placement_id FROM placements WHERE unit_id = $1 AND status NOT IN ('arranged', 'cancelled') ORDER BY placement_id";

    private const string Granted =
        """
        SELECT subject, file_id, period FROM entitlements
        WHERE payee = $1 AND scheme = $2 AND kind = $3 AND period LIKE $4 AND owed > 0 ORDER BY period, subject
        """;

    private const string Claimed = "SELECT person_id, month, kind, claim_id FROM subsidy_months WHERE person_id = ANY ($1) AND kind <> $2";

    /// <summary>The claim, and assertions that its people are still those that it was judged on.</summary>
    public async Task<(ClaimFile File, IReadOnlyList<StreamAppend> Unchanged)> PrepareAsync(
        SettleYearRequest request, Guid claimId, HttpCommand command, Caller caller, CancellationToken cancellation)
    {
        var unit = HostUnitApplication.FileOf((await store.HostUnitAsync(request.UnitId, cancellation)).State);
        caller.RequireUnit(unit.CreditCode.Value);
        var placements = new List<PlacementState>();
        foreach (var id in await database.RowsAsync(Placements, [unit.UnitId], row => row.GetGuid(0), cancellation))
        {
            placements.Add((await store.PlacementAsync(id, cancellation)).State);
        }

        var month = new YearMonth(request.Year, LastMonth);
        var settlement = new Settlement(request.Year, placements, rules.Settlement(unit.Region, month.LastDay), command.Today);
        var granted = await database.RowsAsync(
            Granted,
            [unit.UnitId, ClaimGrants.Scheme, SubsidyKinds.Monthly, $"{request.Year:0000}-%"],
            row => new GrantedMonth(row.GetGuid(0), row.GetGuid(1), YearMonth.Parse(row.GetString(2))),
            cancellation);
        var people = await PeopleAsync(placements, cancellation);
        var claimed = await ClaimedAsync(people.Values, cancellation);
        var lines = settlement.Lines(granted, key => Earliest(people[key.PersonId].Ids, key, claimed));
        var file = new ClaimFile(claimId, unit.UnitId, unit.CreditCode.Value, unit.Region, month, lines, command.Actor, command.Today);
        var concerned = lines.Select(line => line.PersonId).Distinct().Select(person => people[person]);
        return (file, LinkedPerson.UseAll(concerned, OneClaimAPerson.Purpose, claimId));
    }

    private static Guid? Earliest(IReadOnlyList<Guid> ids, SubsidyMonthKey key, Dictionary<SubsidyMonthKey, Guid> claimed)
    {
        var claims = ids.Select(id => key with { PersonId = id }).Where(claimed.ContainsKey).Select(known => claimed[known]).Order().ToList();
        return claims.Count == 0 ? null : claims[0];
    }

    private async Task<Dictionary<Guid, LinkedPerson>> PeopleAsync(List<PlacementState> placements, CancellationToken cancellation)
    {
        Dictionary<Guid, LinkedPerson> people = [];
        foreach (var person in placements.Select(placement => PlacementView.ArrangementOf(placement).Agreement.PersonId).Distinct())
        {
            people.Add(person, await LinkedPerson.LoadAsync(store, person, cancellation));
        }

        return people;
    }

    private async Task<Dictionary<SubsidyMonthKey, Guid>> ClaimedAsync(IEnumerable<LinkedPerson> people, CancellationToken cancellation)
    {
        Guid[] ids = [.. people.SelectMany(person => person.Ids).Distinct()];
        var rows = await database.RowsAsync(
            Claimed,
            [ids, SubsidyKinds.Monthly],
            row => (Key: new SubsidyMonthKey(row.GetGuid(0), YearMonth.Parse(row.GetString(1)), row.GetString(2)), Claim: row.GetGuid(3)),
            cancellation);
        return rows.ToDictionary(row => row.Key, row => row.Claim);
    }
}
