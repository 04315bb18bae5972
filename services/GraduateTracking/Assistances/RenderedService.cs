using System.Collections.Immutable;
using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>What a service counts for; each kind of service carries one of these as a flag (<c>assistance.service_kinds</c>).</summary>
internal enum ServiceGroup
{
    Guidance,
    Recommendation,
    Training,
    Startup,
}

/// <summary>A service that a person was given.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Kind">Code of <c>assistance.service_kinds</c>.</param>
/// <param name="Group">What it counts for.</param>
/// <param name="Job">The post, for a recommendation.</param>
/// <param name="RenderedOn">China date.</param>
/// <param name="IsWithdrawn">Whether it was recorded in error.</param>
internal sealed record RenderedService(
    Guid ServiceId, string Kind, ServiceGroup Group, RecommendedJob? Job, DateOnly RenderedOn, bool IsWithdrawn = false);

/// <summary>A post that was recommended.</summary>
internal sealed record RecommendedJob(
    [property: Description("Name of the post")] string Title,
    [property: Description("Name of the firm or organisation, never of a person")] string Employer,
    [property: Description("Where, GB/T 2260")] string Region);

internal abstract record AssistanceState
{
    private AssistanceState()
    {
    }

    public sealed record None : AssistanceState;

    public sealed record Given(ImmutableDictionary<Guid, RenderedService> Services) : AssistanceState;
}

internal abstract record AssistanceCommand
{
    private AssistanceCommand()
    {
    }

    /// <param name="PersonId">The person.</param>
    /// <param name="Region">County that answers for the entry.</param>
    /// <param name="EntryOpenedOn">Day of the entry.</param>
    /// <param name="Service">The service.</param>
    /// <param name="NamesJob">Whether its kind names a post.</param>
    /// <param name="LongTermUnemployment">Whether the person was unemployed for long on that day (H32 §二(九)22).</param>
    /// <param name="Rule">The list of kinds.</param>
    /// <param name="Actor">Account of the clerk.</param>
    /// <param name="Today">China date.</param>
    public sealed record RenderService(
        Guid PersonId,
        string Region,
        DateOnly EntryOpenedOn,
        RenderedService Service,
        bool NamesJob,
        NamedCheck LongTermUnemployment,
        RuleVersion Rule,
        string Actor,
        DateOnly Today) : AssistanceCommand;

    public sealed record WithdrawService(Guid PersonId, string Region, Guid ServiceId, string Reason, string Actor, DateOnly Today) : AssistanceCommand;
}

/// <summary>Events of <c>assistance-{personId}</c>.</summary>
internal abstract record AssistanceEvent
{
    private AssistanceEvent()
    {
    }

    /// <summary>The person was given a service.</summary>
    public sealed record ServiceRendered(
        Guid PersonId, string Region, RenderedService Service, NamedCheck LongTermUnemployment, RuleVersion Rule, string RenderedBy) : AssistanceEvent;

    /// <summary>A service was recorded in error.</summary>
    public sealed record ServiceWithdrawn(
        Guid PersonId, string Region, Guid ServiceId, string Kind, ServiceGroup Group, string Reason, string WithdrawnBy, DateOnly WithdrawnOn) : AssistanceEvent;
}
