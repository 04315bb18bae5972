using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Placements;

/// <summary>The steps from agreement to start, as handlers.</summary>
internal static class PlacementSteps
{
    /// <summary>Seat, application and placement change in one commit; whoever is second for a seat decides again on what is left.</summary>
    public static Task<Answer<PlacementView>> ArrangeAsync(
        ArrangePlacementRequest request,
        HttpCommand command,
        Caller caller,
        IEventStore store,
        NpgsqlDataSource database,
        InternshipRules rules,
        CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var application = await store.ApplicationAsync(request.ApplicationId, cancellation);
            var file = ApplicationView.FileOf(application.State);
            var unit = await store.HostUnitAsync(file.UnitId, cancellation);
            caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
            HostUnitStanding.RequireActive(unit.State, command.Today);
            var post = await store.PostAsync(file.PostId, cancellation);
            var placementId = command.NewId();
            var seat = post.Decide(new TakeSeat(placementId));
            var placed = application.Decide(new PlaceApplicant(placementId));
            var limits = rules.Limits(file.Region, command.Today);
            var person = await LinkedPerson.LoadAsync(store, file.PersonId, cancellation);
            var others = await PersonPlacements.LoadAsync(database, [person], cancellation);
            others.RequireFree(person);
            var steps = PlacementTerms.Arrange(
                placementId, request, file, PlacementTerms.OfPost(post.State), limits, others.EarlierEnd(person), command.Actor, command.Today);
            var placement = new PlacementAggregate(Placement.Stream(placementId), 0, Placement.Initial).DecideAll(steps);
            return await command.CommitAsync(
                [placement.Append, seat.Append, placed.Append, new StreamAppend(unit.Stream, unit.Version, []), .. person.Use("placement", placementId)],
                new Answer<PlacementView>(
                    PlacementView.Of(placement.State, command.Today), placement.Version, $"/v1/placements/{placementId}"));
        });

    public static async Task<Answer<PlacementView>> ReviseAsync(
        [AsParameters] PlacementStep step, ReviseAgreementRequest request, NpgsqlDataSource database)
    {
        var placement = await step.LoadAsync();
        await step.RequireUnitAsync(placement);
        var agreement = PlacementView.ArrangementOf(placement.State).Agreement;
        var post = PlacementTerms.OfPost((await step.Store.PostAsync(agreement.PostId, step.Cancellation)).State);
        var person = await LinkedPerson.LoadAsync(step.Store, agreement.PersonId, step.Cancellation);
        return await step.CommitAsync(placement.Decide(new ReviseAgreement(
            request.StartsOn,
            request.Months,
            request.MonthlyAllowance,
            post.MonthlyAllowance,
            step.Rules.Limits(agreement.Region, step.Command.Today),
            (await PersonPlacements.LoadAsync(database, [person], step.Cancellation)).EarlierEnd(person),
            step.Command.Actor,
            step.Command.Today)));
    }

    public static Task<Answer<PlacementView>> SignAsync([AsParameters] PlacementStep step, SignAgreementRequest request) =>
        step.ByPartyAsync(party => new SignAgreement(
            new Signature(party, request.Version, request.ContentHash, step.Command.Actor, step.Command.Now), step.Command.Today));

    public static Task<Answer<PlacementView>> AssignAsync([AsParameters] PlacementStep step, AssignMentorRequest request) =>
        step.ByUnitAsync(new AssignMentor(new Mentor(request.MentorId, request.Position), step.Command.Today, request.Reason));

    public static Task<Answer<PlacementView>> InsureAsync([AsParameters] PlacementStep step, Insurance insurance) =>
        step.ByUnitAsync(new RegisterInsurance(insurance));

    public static Task<Answer<PlacementView>> StartAsync([AsParameters] PlacementStep step) =>
        step.ByUnitAsync(new StartInternship(step.Command.Today));

    public static Task<Answer<PlacementView>> CancelAsync([AsParameters] PlacementStep step, ReasonRequest request) =>
        step.Command.RetryAsync(async () =>
        {
            var placement = await step.LoadAsync();
            await step.RequireUnitAsync(placement);
            var decision = placement.Decide(new CancelPlacement(request.Reason, step.Command.Today));
            List<StreamAppend> others = [await step.ReleaseSeatAsync(decision.State)];
            if (decision.Append.Events.Count > 0)
            {
                var agreement = PlacementView.ArrangementOf(decision.State).Agreement;
                var application = await step.Store.ApplicationAsync(agreement.ApplicationId, step.Cancellation);
                others.Add(application.Decide(new ReopenApplication(agreement.PlacementId)).Append);
            }

            return await step.CommitAsync(decision, others);
        });
}
