using Npgsql;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>What a decided selection, a released tranche and a revocation mean for other streams.</summary>
internal static class AwardGrants
{
    /// <summary>The scheme of this service's entitlements; their kind is the programme.</summary>
    public const string Scheme = "entrepreneurship";

    private const string Supported =
        """
        SELECT p.project_id FROM projects p LEFT JOIN person_links own ON own.person_id = p.leader_id
        WHERE p.programme = $1 AND p.year = $2 AND EXISTS (
            SELECT 1 FROM award_holders h LEFT JOIN person_links other ON other.person_id::text = h.holder
            WHERE h.exclusive_group = $3 AND (
                coalesce(other.survivor_id::text, h.holder) = coalesce(own.survivor_id, p.leader_id)::text
                OR EXISTS (SELECT 1 FROM project_links l WHERE l.project_id = p.project_id AND l.kind = 'firm' AND l.value = h.holder)))
        """;

    /// <summary>Projects of the field whose leader or firm a programme of the group supports already.</summary>
    public static Task<List<Guid>> SupportedAsync(NpgsqlDataSource database, ProgrammeFile programme, CancellationToken cancellation) =>
        database.RowsAsync(
            Supported,
            [programme.Call.Programme, programme.Call.Year, programme.Terms.ExclusiveGroup],
            row => row.GetGuid(0),
            cancellation);

    /// <summary>What the decision means for every project of the field.</summary>
    public static async Task<IReadOnlyList<StreamAppend>> AppendsAsync(Decision<ProgrammeState> decision, OnePerson people, Desk desk)
    {
        if (decision.Append.Events.OfType<SelectionDecided>().SingleOrDefault() is not { } decided)
        {
            return [];
        }

        var state = (ProgrammeState.Decided)decision.State;
        var amounts = decided.Awards.ToDictionary(award => award.ProjectId, award => award.Amount);
        var reasons = state.Notice.Proposal.Result.Lines.ToDictionary(line => line.ProjectId, line => line.Why);
        List<StreamAppend> appends = [];
        List<Guid> leaders = [];
        foreach (var projectId in state.FileOrNull.Entries.Keys)
        {
            var project = await desk.Store.ProjectAsync(projectId, desk.Cancellation);
            if (amounts.TryGetValue(projectId, out var amount))
            {
                appends.Add(project.Decide(new GrantProject(amount, decided.DecidedBy, decided.DecidedOn)).Append);
                leaders.Add(project.State.FileOrNull!.Content.Leader.PersonId);
                appends.Add(Grant(project.State.FileOrNull!, amount, state.FileOrNull.Terms, decided));
            }
            else
            {
                appends.Add(project.Decide(new PassOverProject(reasons[projectId], decided.DecidedOn)).Append);
            }
        }

        var once = await people.AwardsAsync(
            leaders, state.FileOrNull.Terms.ExclusiveGroup, amounts.Keys.FirstOrDefault(), desk.Cancellation);
        return [.. appends, .. once];
    }

    /// <summary>The entitlement of a released tranche.</summary>
    public static async Task<IReadOnlyList<StreamAppend>> GrantAsync(this PayDesk payments, Decision<AwardState> decision, CancellationToken cancellation)
    {
        List<StreamAppend> grants = [];
        foreach (var released in decision.Append.Events.OfType<TrancheReleased>())
        {
            var entitlement = EntitlementOf(decision.State.FileOrNull!, released.Tranche);
            grants.Add(await payments.GrantAsync(new GrantEntitlement(entitlement, released.Amount, released.ReleasedBy, released.ReleasedOn), cancellation));
        }

        foreach (var revoked in decision.Append.Events.OfType<AwardRevoked>())
        {
            foreach (var tranche in revoked.Released)
            {
                var entitlement = await payments.EntitlementAsync(EntitlementOf(revoked.File, tranche).EntitlementId, cancellation);
                if (entitlement.State.AccountOrNull!.Owed == Money.Zero)
                {
                    continue;
                }

                grants.Add(entitlement.DecideAll(
                [
                    new ProposeCorrection(Money.Zero, revoked.Reason, revoked.ProposedBy, revoked.RevokedOn),
                    new ApproveCorrection(revoked.ConfirmedBy, revoked.RevokedOn),
                ]).Append);
            }
        }

        return grants;
    }

    public static EntitlementFile EntitlementOf(AwardFile award, string tranche)
    {
        var key = new EntitlementKey(Scheme, award.ProjectId, tranche, award.Call.Programme);
        return new(key.ToId(), key, award.LeaderId, award.FirmCode ?? award.LeaderId.ToString(), award.Region, award.ProjectId, award.ProjectId);
    }

    private static StreamAppend Grant(ProjectFile project, Money amount, ProgrammeTerms terms, SelectionDecided decided)
    {
        var file = new AwardFile(
            project.ProjectId,
            project.Call,
            project.Region,
            project.Content.Title,
            amount,
            AwardFile.Split(amount, terms.Tranches),
            project.Content.Leader.PersonId,
            project.Content.FirmCode,
            terms.ExclusiveGroup,
            decided.DecidedBy,
            decided.DecidedOn) { College = project.Content.College };
        return new AwardAggregate(Award.Stream(file.ProjectId), 0, Award.Initial).Decide(new GrantAward(file)).Append;
    }
}
