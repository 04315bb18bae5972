using YouthPlatform.EventStore;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships;

/// <summary>Loads aggregates by id. What does not exist is answered with 404; a person that the ledger has not told of is given as unknown.</summary>
internal static class Streams
{
    public static async Task<HostUnitAggregate> HostUnitAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        Existing(await HostUnitAggregate.LoadAsync(store, HostUnit.Stream(id), cancellation), "host_unit.not_found", "没有该见习单位。");

    public static async Task<PostAggregate> PostAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        Existing(await PostAggregate.LoadAsync(store, Post.Stream(id), cancellation), "post.not_found", "没有该见习岗位。");

    public static async Task<ApplicationAggregate> ApplicationAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        Existing(await ApplicationAggregate.LoadAsync(store, Application.Stream(id), cancellation), "application.not_found", "没有该见习申请。");

    public static async Task<PlacementAggregate> PlacementAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        Existing(await PlacementAggregate.LoadAsync(store, Placement.Stream(id), cancellation), "placement.not_found", "没有该见习安排。");

    public static async Task<ClaimAggregate> ClaimAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        Existing(await ClaimAggregate.LoadAsync(store, Claim.Stream(id), cancellation), "claim.not_found", "没有该补贴申领。");

    public static Task<PersonAggregate> PersonAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        PersonAggregate.LoadAsync(store, Person.Stream(id), cancellation);

    private static Aggregate<TDecider, TState, TCommand, TEvent> Existing<TDecider, TState, TCommand, TEvent>(
        Aggregate<TDecider, TState, TCommand, TEvent> aggregate, string code, string detail)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class =>
        aggregate.Version == 0 ? throw ApiException.NotFound(code, detail) : aggregate;
}
