using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Internships.Rules;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>Gathers what a claim is judged on, and computes its lines by rule.</summary>
internal sealed class ClaimProposal(IEventStore store, NpgsqlDataSource database, SubsidyRules rules, RegisterLookup registers, OneClaimAPerson claimed)
{
    private const string ClaimedBy = "SELECT claim_id FROM subsidy_months WHERE person_id = ANY ($1) AND month = $2 AND kind = $3 ORDER BY claim_id";

    private const string MonthsClaimed = "SELECT count(DISTINCT month)::int FROM subsidy_months WHERE person_id = ANY ($1) AND month <> $2 AND kind = $3";

    private const string Overlapping =
        """
        SELECT count(*)::int FROM placements
        WHERE person_id = ANY ($1) AND placement_id <> $2 AND status NOT IN ('arranged', 'cancelled')
            AND starts_on <= $4 AND coalesce(ended_on, ends_on) >= $3
        """;

    /// <summary>The claim, and assertions that placements and people are still those that it was judged on.</summary>
    /// <exception cref="RuleViolation">The request is no claim of one unit.</exception>
    public async Task<(ClaimFile File, IReadOnlyList<StreamAppend> Unchanged)> PrepareAsync(
        ProposeClaimRequest request, Guid claimId, HttpCommand command, Caller caller, CancellationToken cancellation)
    {
        var placements = new List<PlacementAggregate>();
        foreach (var line in request.Lines)
        {
            placements.Add(await store.PlacementAsync(line.PlacementId, cancellation));
        }

        var unit = await OneUnitAsync(placements, caller, cancellation);
        var states = await registers.StatesAsync(cancellation);
        var people = await claimed.PeopleAsync(placements, cancellation);
        var lines = new List<ClaimLine>();
        foreach (var (placement, person) in placements.Zip(people))
        {
            var facts = await FactsAsync(placement.State, person, unit, request.Month, states, command.Today, cancellation);
            var region = PlacementView.ArrangementOf(placement.State).Agreement.Region;
            lines.Add(LineAssessment.Assess(lines.Count + 1, facts, rules.Line(region, command.Today), date => rules.MonthlyRate(region, date)));
        }

        var file = HostUnitApplication.FileOf(unit);
        var claim = new ClaimFile(
            claimId, file.UnitId, file.CreditCode.Value, file.Region, request.Month, lines, command.Actor, command.Today);
        var unchanged = placements.DistinctBy(p => p.Stream).Select(p => new StreamAppend(p.Stream, p.Version, []));
        return (claim, [.. unchanged, .. LinkedPerson.UseAll(people, OneClaimAPerson.Purpose, claimId)]);
    }

    private async Task<HostUnitState> OneUnitAsync(List<PlacementAggregate> placements, Caller caller, CancellationToken cancellation)
    {
        Guid[] units = [.. placements.Select(p => PlacementView.ArrangementOf(p.State).Agreement.UnitId).Distinct()];
        if (units.Length != 1)
        {
            throw new RuleViolation("claim.not_one_unit", "一次申领应包含且只包含一个见习单位的见习人员。");
        }

        var unit = await store.HostUnitAsync(units[0], cancellation);
        caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
        return unit.State;
    }

    private async Task<LineFacts> FactsAsync(
        PlacementState placement,
        LinkedPerson person,
        HostUnitState unit,
        YearMonth month,
        IReadOnlyDictionary<string, DateOnly> states,
        DateOnly today,
        CancellationToken cancellation)
    {
        var agreement = PlacementView.ArrangementOf(placement).Agreement;
        var (from, to) = SubsidisedMonth.Find(placement, month, rules.Line(agreement.Region, today).PartMonth.Value) is { } found
            ? (found.From, found.To)
            : (month.FirstDay, month.LastDay);
        var ids = person.Ids.ToArray();
        var claimedBy = await database.RowsAsync(ClaimedBy, [ids, month.ToString(), SubsidyKinds.Monthly], row => row.GetGuid(0), cancellation);
        return new LineFacts(placement, month, (unit as HostUnitState.Approved)?.ApprovedOn, new FoundFacts(
            claimedBy.Count == 0 ? null : claimedBy[0],
            await CountAsync(MonthsClaimed, [ids, month.ToString(), SubsidyKinds.Monthly], cancellation),
            await CountAsync(Overlapping, [ids, agreement.PlacementId, from, to], cancellation),
            await registers.HitsAsync(person, HostUnitApplication.FileOf(unit).CreditCode.Value, from, to, cancellation),
            await registers.SharedAccountsAsync(person, cancellation),
            states), today);
    }

    private async Task<int> CountAsync(string sql, object[] parameters, CancellationToken cancellation) =>
        (await database.RowsAsync(sql, parameters, row => row.GetInt32(0), cancellation)).Single();
}
