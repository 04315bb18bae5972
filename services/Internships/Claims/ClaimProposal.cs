using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

/// <summary>Gathers what a claim is judged on, and computes its lines by rule.</summary>
internal sealed class ClaimProposal(IEventStore store, NpgsqlDataSource database, InternshipRules rules)
{
    private const string ClaimedBy = "SELECT claim_id FROM subsidy_months WHERE person_id = $1 AND month = $2 AND kind = $3";

    /// <summary>The claim, and assertions that the placements are still those that it was judged on.</summary>
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
        var lines = new List<ClaimLine>();
        foreach (var (placement, requested) in placements.Zip(request.Lines))
        {
            lines.Add(await AssessAsync(lines.Count + 1, placement.State, request.Month, requested, command.Today, cancellation));
        }

        var file = new ClaimFile(claimId, unit.UnitId, unit.Region, request.Month, lines, command.Actor, command.Today);
        return (file, [.. placements.DistinctBy(p => p.Stream).Select(p => new StreamAppend(p.Stream, p.Version, []))]);
    }

    private async Task<HostUnitFile> OneUnitAsync(List<PlacementAggregate> placements, Caller caller, CancellationToken cancellation)
    {
        Guid[] units = [.. placements.Select(p => PlacementView.ArrangementOf(p.State).Agreement.UnitId).Distinct()];
        if (units.Length != 1)
        {
            throw new RuleViolation("claim.not_one_unit", "一次申领应包含且只包含一个见习单位的见习人员。");
        }

        var unit = await store.HostUnitAsync(units[0], cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        caller.RequireUnit(file.CreditCode.Value);
        return file;
    }

    private async Task<ClaimLine> AssessAsync(
        int number, PlacementState placement, YearMonth month, ClaimLineRequest requested, DateOnly today, CancellationToken cancellation)
    {
        var agreement = PlacementView.ArrangementOf(placement).Agreement;
        var claimed = await database.RowsAsync(
            ClaimedBy, [agreement.PersonId, month.ToString(), LineAssessment.Monthly], row => row.GetGuid(0), cancellation);
        return LineAssessment.Assess(number, new LineFacts(
            placement,
            month,
            requested.AllowancePaid,
            claimed.Count == 0 ? null : claimed[0],
            date => rules.MonthlyRate(agreement.Region, date),
            today));
    }
}
