using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>The steps of a matching event as handlers.</summary>
internal static class MatchingEventSteps
{
    public static Task<Answer<MatchingEventView>> PlanAsync(PlanMatchingEventRequest request, [AsParameters] Desk desk)
    {
        var region = RegionCode.TryParseExact(request.Region, out var code) ? code : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        desk.Caller.RequireRegion(region);
        var plan = new MatchingEventPlan(desk.Command.NewId(), region, request.Title, request.Kind, request.HeldOn, request.Venue);
        var planned = new MatchingEventAggregate(MatchingEvent.Stream(plan.EventId), 0, MatchingEvent.Initial)
            .Decide(new PlanMatchingEvent(plan, desk.Rules.MatchingEventKinds(region, desk.Today), desk.Actor, desk.Today));
        return planned.CommitAsync(desk, location: $"/v1/matching-events/{plan.EventId}");
    }

    public static async Task<Answer<MatchingEventView>> MoveAsync(Guid eventId, MoveMatchingEventRequest request, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(eventId, desk);
        return await found.Decide(new MoveMatchingEvent(request.HeldOn, request.Venue, request.Reason, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<MatchingEventView>> CancelAsync(Guid eventId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(eventId, desk);
        return await found.Decide(new CancelMatchingEvent(request.Reason, desk.Today)).CommitAsync(desk);
    }

    public static async Task<Answer<MatchingEventView>> ReportAsync(Guid eventId, MatchingFigures figures, [AsParameters] Desk desk)
    {
        var found = await OwnAsync(eventId, desk);
        return await found.Decide(new ReportMatchingEvent(figures, desk.Actor, desk.Today)).CommitAsync(desk);
    }

    public static Task<Answer<MatchingEventView>> JoinAsync(Guid eventId, JoinMatchingEventRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var unit = await desk.Store.HostUnitAsync(request.UnitId, desk.Cancellation);
            desk.Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
            HostUnitStanding.RequireActive(unit.State, desk.Today);
            foreach (var postId in request.PostIds)
            {
                RequireOpen((await desk.Store.PostAsync(postId, desk.Cancellation)).State, request.UnitId, desk.Today);
            }

            var found = await desk.Store.MatchingEventAsync(eventId, desk.Cancellation);
            var participant = new Participant(request.UnitId, request.PostIds);
            return await found.Decide(new JoinMatchingEvent(participant, desk.Today)).CommitAsync(desk);
        });

    public static Task<Answer<MatchingEventView>> LeaveAsync(Guid eventId, LeaveMatchingEventRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var unit = await desk.Store.HostUnitAsync(request.UnitId, desk.Cancellation);
            desk.Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
            var found = await desk.Store.MatchingEventAsync(eventId, desk.Cancellation);
            return await found.Decide(new LeaveMatchingEvent(request.UnitId, desk.Today)).CommitAsync(desk);
        });

    public static Task<Answer<MatchingEventView>> OfferAsync(Guid eventId, MakeOfferRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var terms = Post.TermsOf((await desk.Store.PostAsync(request.PostId, desk.Cancellation)).State);
            var unit = await desk.Store.HostUnitAsync(terms.UnitId, desk.Cancellation);
            desk.Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
            HostUnitStanding.RequireActive(unit.State, desk.Today);
            var found = await desk.Store.MatchingEventAsync(eventId, desk.Cancellation);
            var offer = new MatchingOffer(desk.Command.NewId(), terms.UnitId, terms.PostId, request.PersonId, null);
            return await found.Decide(new MakeOffer(offer, desk.Today)).CommitAsync(desk);
        });

    public static Task<Answer<MatchingEventView>> AnswerAsync(Guid eventId, Guid offerId, AnswerOfferRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var found = await desk.Store.MatchingEventAsync(eventId, desk.Cancellation);
            var offers = found.State switch
            {
                MatchingEventState.Planned s => s.Offers,
                MatchingEventState.Held s => s.Offers,
                _ => throw ApiException.NotFound("matching_offer.not_found", "没有该录用意向。"),
            };
            desk.Caller.RequirePerson(
                offers.TryGetValue(offerId, out var offer)
                    ? offer.PersonId
                    : throw ApiException.NotFound("matching_offer.not_found", "没有该录用意向。"));
            return await found.Decide(new AnswerOffer(offerId, request.IsAccepted, desk.Today)).CommitAsync(desk);
        });

    private static Task<Answer<MatchingEventView>> CommitAsync(this Decision<MatchingEventState> decision, Desk desk, string? location = null) =>
        desk.Command.CommitAsync(decision.Append, new Answer<MatchingEventView>(MatchingEventView.Of(decision.State), decision.Version, location));

    private static async Task<MatchingEventAggregate> OwnAsync(Guid eventId, Desk desk)
    {
        var found = await desk.Store.MatchingEventAsync(eventId, desk.Cancellation);
        desk.Caller.RequireRegion(MatchingEvent.PlanOf(found.State).Region);
        desk.Command.RequireVersion(found.Version);
        return found;
    }

    private static void RequireOpen(PostState state, Guid unitId, DateOnly today)
    {
        if (state is not PostState.Published post || post.IsExpired(today) || post.Terms.UnitId != unitId)
        {
            throw new RuleViolation("matching_event.post_not_open", "只能带本单位正在招募的岗位参加对接活动。");
        }
    }
}
