using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// A person whose ledger entries were merged is one person for the subsidy. Months stand claimed under the id of their placement, so that an
/// un-merge leaves each id its own; what is asked of a person is asked of all ids.
/// </summary>
internal sealed class OneClaimAPerson(IEventStore store, NpgsqlDataSource database)
{
    /// <summary>What a claim is called where a decision for a person with several ids is recorded.</summary>
    public const string Purpose = "claim";

    private const string ClaimedBefore =
        """
        SELECT claim_id FROM subsidy_months
        WHERE person_id = ANY ($1) AND person_id <> $2 AND month = $3 AND kind = $4 AND claim_id < $5
        ORDER BY claim_id LIMIT 1
        """;

    /// <summary>The people of some placements, in their order.</summary>
    /// <exception cref="RuleViolation">Two of the placements are of one person.</exception>
    public async Task<IReadOnlyList<LinkedPerson>> PeopleAsync(IReadOnlyList<PlacementAggregate> placements, CancellationToken cancellation)
    {
        List<LinkedPerson> people = [];
        foreach (var placement in placements)
        {
            people.Add(await LinkedPerson.LoadAsync(store, PlacementView.ArrangementOf(placement.State).Agreement.PersonId, cancellation));
        }

        return people.DistinctBy(person => person.SurvivorId).Count() < people.Count
            ? throw new RuleViolation("claim.person_twice", "同一见习人员同一月份的补贴在本次申领中重复。")
            : people;
    }

    /// <summary>What an approval commits with: what it grants is asked for again, as entries may have been merged since the claim.</summary>
    /// <exception cref="RuleViolation">A line's month was claimed earlier under another id of the person.</exception>
    public async Task<IReadOnlyList<StreamAppend>> RequireAsync(Decision<ClaimState> decision, CancellationToken cancellation)
    {
        List<LinkedPerson> people = [];
        foreach (var approved in decision.Append.Events.OfType<ClaimApproved>())
        {
            foreach (var line in ClaimView.FileOf(decision.State).Lines.Where(line => approved.Granted.Contains(line.Line)))
            {
                var person = await LinkedPerson.LoadAsync(store, line.PersonId, cancellation);
                await RequireAsync(line, person, approved.ClaimId, cancellation);
                people.Add(person);
            }
        }

        return LinkedPerson.UseAll(people, Purpose, ClaimView.FileOf(decision.State).ClaimId);
    }

    private async Task RequireAsync(ClaimLine line, LinkedPerson person, Guid claimId, CancellationToken cancellation)
    {
        if (!person.IsMerged)
        {
            return;
        }

        var before = await database.RowsAsync(
            ClaimedBefore,
            [person.Ids.ToArray(), line.PersonId, line.Month.ToString(), line.Kind, claimId],
            row => row.GetGuid(0),
            cancellation);
        if (before.Count > 0)
        {
            throw new RuleViolation(
                "claim.person_merged", $"第 {line.Line} 行的见习人员已并入另一台账，其 {line.Month} 的补贴已由申领 {before[0]} 申报，请驳回。");
        }
    }
}
