using YouthPlatform.EventStore;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Placements;

/// <summary>The steps of a placement as handlers.</summary>
internal static class PlacementSteps
{
    /// <summary>Seat, application and placement change in one commit; whoever is second for a seat decides again on what is left.</summary>
    public static Task<Answer<PlacementView>> ArrangeAsync(
        ArrangePlacementRequest request,
        HttpCommand command,
        Caller caller,
        IEventStore store,
        InternshipRules rules,
        CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var application = await store.ApplicationAsync(request.ApplicationId, cancellation);
            var file = ApplicationView.FileOf(application.State);
            await RequireUnitAsync(file.UnitId, caller, store, cancellation);
            var post = await store.PostAsync(file.PostId, cancellation);
            var placementId = command.NewId();
            var seat = post.Decide(new TakeSeat(placementId));
            var placed = application.Decide(new PlaceApplicant(placementId));
            var placement = PlacementTerms.Arrange(placementId, request, file, post.State, rules.Limits(file.Region, command.Today), command);
            return await command.CommitAsync(
                [placement.Append, seat.Append, placed.Append],
                new Answer<PlacementView>(PlacementView.Of(placement.State), placement.Version, $"/v1/placements/{placementId}"));
        });

    public static Task<Answer<PlacementView>> AssignAsync(
        Guid placementId, Mentor mentor, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(placementId, new AssignMentor(mentor), command, caller, store, cancellation);

    public static Task<Answer<PlacementView>> InsureAsync(
        Guid placementId, Insurance insurance, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(placementId, new RegisterInsurance(insurance), command, caller, store, cancellation);

    public static Task<Answer<PlacementView>> StartAsync(
        Guid placementId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(placementId, new StartInternship(command.Today), command, caller, store, cancellation);

    public static Task<Answer<PlacementView>> CompleteAsync(
        Guid placementId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(placementId, new CompleteInternship(command.Today), command, caller, store, cancellation);

    public static async Task<Answer<PlacementView>> SignAsync(
        Guid placementId, SignAgreementRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var placement = await store.PlacementAsync(placementId, cancellation);
        var party = await PartyAsync(PlacementView.ArrangementOf(placement.State).Agreement, caller, store, cancellation);
        command.RequireVersion(placement.Version);
        var decision = placement.Decide(
            new SignAgreement(new Signature(party, request.Version, command.Actor, command.Now), command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<PlacementView>(PlacementView.Of(decision.State), decision.Version));
    }

    public static Task<Answer<PlacementView>> EndEarlyAsync(
        Guid placementId, EndEarlyRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var placement = await OwnAsync(placementId, command, caller, store, cancellation);
            var decision = placement.Decide(new EndInternshipEarly(request.EndedOn, request.Reason, command.Today));
            var seat = await ReleaseAsync(decision.State, store, cancellation);
            return await command.CommitAsync(
                [decision.Append, seat], new Answer<PlacementView>(PlacementView.Of(decision.State), decision.Version));
        });

    public static Task<Answer<PlacementView>> CancelAsync(
        Guid placementId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var placement = await OwnAsync(placementId, command, caller, store, cancellation);
            var decision = placement.Decide(new CancelPlacement(request.Reason, command.Today));
            var seat = await ReleaseAsync(decision.State, store, cancellation);
            List<StreamAppend> appends = [decision.Append, seat];
            if (decision.Append.Events.Count > 0)
            {
                var application = await store.ApplicationAsync(PlacementView.ArrangementOf(decision.State).Agreement.ApplicationId, cancellation);
                appends.Add(application.Decide(new ReopenApplication(placementId)).Append);
            }

            return await command.CommitAsync(appends, new Answer<PlacementView>(PlacementView.Of(decision.State), decision.Version));
        });

    private static async Task<Answer<PlacementView>> StepAsync(
        Guid placementId, PlacementCommand step, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var placement = await OwnAsync(placementId, command, caller, store, cancellation);
        var decision = placement.Decide(step);
        return await command.CommitAsync(
            decision.Append, new Answer<PlacementView>(PlacementView.Of(decision.State), decision.Version));
    }

    private static async Task<PlacementAggregate> OwnAsync(
        Guid placementId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var placement = await store.PlacementAsync(placementId, cancellation);
        await RequireUnitAsync(PlacementView.ArrangementOf(placement.State).Agreement.UnitId, caller, store, cancellation);
        command.RequireVersion(placement.Version);
        return placement;
    }

    private static async Task<StreamAppend> ReleaseAsync(PlacementState state, IEventStore store, CancellationToken cancellation)
    {
        var agreement = PlacementView.ArrangementOf(state).Agreement;
        return (await store.PostAsync(agreement.PostId, cancellation)).Decide(new ReleaseSeat(agreement.PlacementId)).Append;
    }

    private static async Task RequireUnitAsync(Guid unitId, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(unitId, cancellation);
        caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
    }

    /// <summary>The party that the caller may sign for.</summary>
    private static async Task<Party> PartyAsync(PlacementAgreement agreement, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        if (caller.Has(Roles.Graduate))
        {
            caller.RequirePerson(agreement.PersonId);
            return Party.Intern;
        }

        await RequireUnitAsync(agreement.UnitId, caller, store, cancellation);
        return Party.Unit;
    }
}
