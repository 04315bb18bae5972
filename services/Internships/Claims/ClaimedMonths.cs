using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// What a change of a placement means for the months that were claimed for it. In the commit of the change the correction of what was granted is
/// proposed, in the name of who made it, so that somebody else approves; what a claim is decided on, and what is being paid, stays as it is.
/// </summary>
internal sealed class ClaimedMonths(IEventStore store, NpgsqlDataSource database, PayDesk desk, SubsidyRules rules)
{
    private const string Claims = "SELECT DISTINCT claim_id FROM subsidy_months WHERE person_id = $1 ORDER BY claim_id";

    /// <summary>The corrections, and assertions that claims and entitlements are still those that this was decided on.</summary>
    /// <exception cref="RuleViolation">The month stands in a claim that is not decided, or in a pay run, or its correction waits for an approval.</exception>
    public async Task<IReadOnlyList<StreamAppend>> FollowAsync(
        PlacementState before, Decision<PlacementState> decision, string reason, HttpCommand command, CancellationToken cancellation)
    {
        if (decision.Append.Events.Count == 0)
        {
            return [];
        }

        var agreement = PlacementView.ArrangementOf(before).Agreement;
        var line = rules.Line(agreement.Region, command.Today);
        var change = new PlacementChange(
            before, decision, line, date => rules.MonthlyRate(agreement.Region, date), reason, command.Actor, command.Today);
        List<StreamAppend> appends = [];
        foreach (var id in await database.RowsAsync(Claims, [agreement.PersonId], row => row.GetGuid(0), cancellation))
        {
            var claim = await store.ClaimAsync(id, cancellation);
            if (claim.State is ClaimState.Proposed proposed)
            {
                change.RequireUntouched(proposed);
                appends.Add(new(claim.Stream, claim.Version, []));
            }
            else if (claim.State is ClaimState.Approved approved)
            {
                await CorrectAsync(approved, change, appends, cancellation);
            }
        }

        return appends;
    }

    private async Task CorrectAsync(ClaimState.Approved claim, PlacementChange change, List<StreamAppend> appends, CancellationToken cancellation)
    {
        foreach (var line in change.Concerned(claim.File.Lines.Where(line => claim.Granted.Contains(line.Line))))
        {
            var entitlement = await desk.CurrentAsync(ClaimGrants.EntitlementOf(claim.File, line).Key, cancellation);
            if (entitlement.State.AccountOrNull is { } account && account.File.DecisionId == claim.File.ClaimId)
            {
                appends.Add(entitlement.DecideAll(change.Corrections(line, entitlement.State)).Append);
            }
        }
    }
}
