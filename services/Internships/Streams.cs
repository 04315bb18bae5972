using YouthPlatform.EventStore;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Registers;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships;

/// <summary>Loads aggregates by id. What does not exist is answered with 404; a person that the ledger has not told of is given as unknown.</summary>
internal static class Streams
{
    public static async Task<HostUnitAggregate> HostUnitAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await HostUnitAggregate.LoadAsync(store, HostUnit.Stream(id), cancellation)).OrNotFound("host_unit.not_found", "没有该见习单位。");

    public static async Task<PostAggregate> PostAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await PostAggregate.LoadAsync(store, Post.Stream(id), cancellation)).OrNotFound("post.not_found", "没有该见习岗位。");

    public static async Task<ApplicationAggregate> ApplicationAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await ApplicationAggregate.LoadAsync(store, Application.Stream(id), cancellation)).OrNotFound("application.not_found", "没有该见习申请。");

    public static async Task<PlacementAggregate> PlacementAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await PlacementAggregate.LoadAsync(store, Placement.Stream(id), cancellation)).OrNotFound("placement.not_found", "没有该见习安排。");

    public static async Task<ClaimAggregate> ClaimAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await ClaimAggregate.LoadAsync(store, Claim.Stream(id), cancellation)).OrNotFound("claim.not_found", "没有该补贴申领。");

    public static async Task<RegisterAggregate> RegisterAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await RegisterAggregate.LoadAsync(store, Register.Stream(id), cancellation)).OrNotFound("register.not_found", "没有该批登记数据。");

    public static async Task<InspectionDrawAggregate> DrawAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await InspectionDrawAggregate.LoadAsync(store, InspectionDraw.Stream(id), cancellation)).OrNotFound("inspection_draw.not_found", "没有该抽查。");

    public static async Task<InspectionAggregate> InspectionAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await InspectionAggregate.LoadAsync(store, Inspection.Stream(id), cancellation)).OrNotFound("inspection.not_found", "没有该检查。");

    public static async Task<MatchingEventAggregate> MatchingEventAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        (await MatchingEventAggregate.LoadAsync(store, MatchingEvent.Stream(id), cancellation)).OrNotFound("matching_event.not_found", "没有该对接活动。");

    public static Task<PersonAggregate> PersonAsync(this IEventStore store, Guid id, CancellationToken cancellation) =>
        PersonAggregate.LoadAsync(store, Person.Stream(id), cancellation);

    /// <summary>What is known of a person; of one whose entry was merged, what is known of the entry that is used.</summary>
    /// <exception cref="ApiException">409 <c>person.unknown</c> while the ledger's event has not arrived.</exception>
    public static async Task<PersonState.Known> PersonKnownAsync(this IEventStore store, Guid person, CancellationToken cancellation)
    {
        var linked = await LinkedPerson.LoadAsync(store, person, cancellation);
        return (await store.PersonAsync(linked.SurvivorId, cancellation)).State as PersonState.Known
            ?? throw new ApiException(
                StatusCodes.Status409Conflict, "person.unknown", "实名台账信息尚未同步到见习系统，请稍后使用同一 Idempotency-Key 重试。");
    }

    /// <summary>What is known of the caller.</summary>
    /// <exception cref="ForbiddenException">The caller is no person.</exception>
    public static async Task<PersonFacts> KnownAsync(this IEventStore store, Caller caller, CancellationToken cancellation) =>
        (await store.PersonKnownAsync(
            caller.Person ?? throw new ForbiddenException("auth.person_missing", "访问令牌中没有人员标识（person）。"), cancellation)).Facts;

    public static Task<PreferenceAggregate> PreferenceAsync(this IEventStore store, Guid person, CancellationToken cancellation) =>
        PreferenceAggregate.LoadAsync(store, Preference.Stream(person), cancellation);
}
