using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Reviews;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceCommand;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceEvent;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>
/// The services that a person was given: who wants work gets at least 1 guidance, 3 recommendations and 1 training or internship (E17 §二(六),
/// W62 §二(六)); who wants to start up, training, services and support (H32 §二(六)17).
/// </summary>
internal sealed class Assistance : IDecider<AssistanceState, AssistanceCommand, AssistanceEvent>
{
    private const int LongestText = 100;

    public static AssistanceState Initial { get; } = new AssistanceState.None();

    public static string StreamOf(Guid personId) => $"assistance-{personId}";

    public static AssistanceState Evolve(AssistanceState state, AssistanceEvent recorded) => recorded switch
    {
        ServiceRendered e => new AssistanceState.Given(ServicesOf(state).SetItem(e.Service.ServiceId, e.Service)),
        ServiceWithdrawn e => new AssistanceState.Given(
            ServicesOf(state).SetItem(e.ServiceId, ServicesOf(state)[e.ServiceId] with { IsWithdrawn = true })),
        _ => state,
    };

    public static IReadOnlyList<AssistanceEvent> Decide(AssistanceCommand command, AssistanceState state) => (command, state) switch
    {
        (RenderService render, _) => Render(render, ServicesOf(state)),
        (WithdrawService withdraw, AssistanceState.Given given) when given.Services.TryGetValue(withdraw.ServiceId, out var service) =>
            Withdraw(withdraw, service),
        (WithdrawService, _) => throw new RuleViolation("assistance.not_found", "没有该项服务记录。"),
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    private static IReadOnlyList<AssistanceEvent> Render(RenderService render, ImmutableDictionary<Guid, RenderedService> services)
    {
        var service = render.Service;
        if (services.ContainsKey(service.ServiceId))
        {
            return [];
        }

        if (service.RenderedOn > render.Today || service.RenderedOn < render.EntryOpenedOn)
        {
            throw new RuleViolation("assistance.date", "服务日期不得早于建账日期，也不得晚于今天。");
        }

        if (render.NamesJob != service.Job is not null)
        {
            throw new RuleViolation("assistance.job", "岗位推荐须写明推荐的岗位，其他服务不得填写岗位。");
        }

        if (service.Job is { } job)
        {
            RequireJob(job, services.Values);
        }

        return [new ServiceRendered(render.PersonId, render.Region, service, render.LongTermUnemployment, render.Rule, render.Actor)];
    }

    /// <summary>The same post recommended again is no further recommendation.</summary>
    private static void RequireJob(RecommendedJob job, IEnumerable<RenderedService> services)
    {
        if (string.IsNullOrWhiteSpace(job.Title) || string.IsNullOrWhiteSpace(job.Employer) || Math.Max(job.Title.Length, job.Employer.Length) > LongestText)
        {
            throw new RuleViolation("assistance.job", $"请填写岗位名称和用人单位，各不超过 {LongestText} 字。");
        }

        if (services.Any(known => !known.IsWithdrawn && known.Job is { } other && (other.Title, other.Employer) == (job.Title, job.Employer)))
        {
            throw new RuleViolation("assistance.job_recommended_already", "该岗位已向本人推荐过，重复推荐不再计数。");
        }
    }

    private static IReadOnlyList<AssistanceEvent> Withdraw(WithdrawService withdraw, RenderedService service) => service.IsWithdrawn
        ? []
        : [new ServiceWithdrawn(
            withdraw.PersonId, withdraw.Region, service.ServiceId, service.Kind, service.Group, Reasons.Require(withdraw.Reason), withdraw.Actor, withdraw.Today)];

    private static ImmutableDictionary<Guid, RenderedService> ServicesOf(AssistanceState state) =>
        state is AssistanceState.Given given ? given.Services : ImmutableDictionary<Guid, RenderedService>.Empty;
}
