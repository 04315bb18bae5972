using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Placements;

/// <summary>What every step of a placement is taken with: who, on which placement, by which rules. Bound from the request.</summary>
internal sealed record PlacementStep(
    Guid PlacementId, HttpCommand Command, Caller Caller, IEventStore Store, InternshipRules Rules, CancellationToken Cancellation)
{
    /// <summary>Takes a step that is the unit's alone.</summary>
    public Task<Answer<PlacementView>> ByUnitAsync(PlacementCommand step) => ByUnitAsync(_ => step);

    /// <summary>Takes a step that is the unit's alone and depends on where the placement stands.</summary>
    public async Task<Answer<PlacementView>> ByUnitAsync(Func<PlacementState, PlacementCommand> step)
    {
        var placement = await LoadAsync();
        await RequireUnitAsync(placement);
        return await CommitAsync(placement.Decide(step(placement.State)));
    }

    /// <summary>Takes a step that is the unit's alone and may change what is due for months that were claimed.</summary>
    public Task<Answer<PlacementView>> ByUnitAsync(ClaimedMonths months, string reason, Func<PlacementState, PlacementCommand> step) =>
        Command.RetryAsync(async () =>
        {
            var placement = await LoadAsync();
            await RequireUnitAsync(placement);
            var decision = placement.Decide(step(placement.State));
            return await CommitAsync(decision, await months.FollowAsync(placement.State, decision, reason, Command, Cancellation));
        });

    /// <summary>Takes a step that either party takes for itself.</summary>
    public async Task<Answer<PlacementView>> ByPartyAsync(Func<Party, PlacementCommand> step)
    {
        var placement = await LoadAsync();
        return await CommitAsync(placement.Decide(step(await PartyAsync(placement))));
    }

    /// <summary>Commits a decision, with what changes in other streams by it.</summary>
    public Task<Answer<PlacementView>> CommitAsync(Decision<PlacementState> decision, params IReadOnlyList<StreamAppend> others) =>
        Command.CommitAsync(
            [decision.Append, .. others], new Answer<PlacementView>(PlacementView.Of(decision.State, Command.Today), decision.Version));

    /// <summary>The placement at the version that the caller has seen.</summary>
    public async Task<PlacementAggregate> LoadAsync()
    {
        var placement = await Store.PlacementAsync(PlacementId, Cancellation);
        Command.RequireVersion(placement.Version);
        return placement;
    }

    /// <exception cref="ForbiddenException">The caller does not act for the placement's unit.</exception>
    public async Task RequireUnitAsync(PlacementAggregate placement)
    {
        var unit = await Store.HostUnitAsync(PlacementView.ArrangementOf(placement.State).Agreement.UnitId, Cancellation);
        Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
    }

    /// <summary>The party that the caller may act for.</summary>
    /// <exception cref="ForbiddenException">The caller is neither.</exception>
    public async Task<Party> PartyAsync(PlacementAggregate placement)
    {
        if (Caller.Has(Roles.Graduate))
        {
            Caller.RequirePerson(PlacementView.ArrangementOf(placement.State).Agreement.PersonId);
            return Party.Intern;
        }

        await RequireUnitAsync(placement);
        return Party.Unit;
    }

    /// <summary>The seat given back to the post.</summary>
    public async Task<StreamAppend> ReleaseSeatAsync(PlacementState state)
    {
        var agreement = PlacementView.ArrangementOf(state).Agreement;
        return (await Store.PostAsync(agreement.PostId, Cancellation)).Decide(new Posts.ReleaseSeat(agreement.PlacementId)).Append;
    }
}
