using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship;

/// <summary>Commits a step with one aggregate, with whatever else it means.</summary>
internal static class Steps
{
    public static Task<Answer<TView>> CommitAsync<TState, TView>(
        this Desk desk, Decision<TState> decision, Func<TState, TView> view, IEnumerable<StreamAppend>? further = null, string? location = null) =>
        desk.Command.CommitAsync([decision.Append, .. further ?? []], new Answer<TView>(view(decision.State), decision.Version, location));

    /// <summary>Decides on the version that the caller named.</summary>
    public static Decision<TState> Decide<TDecider, TState, TCommand, TEvent>(
        this Desk desk, Aggregate<TDecider, TState, TCommand, TEvent> found, TCommand command)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        desk.Command.RequireVersion(found.Version);
        return found.Decide(command);
    }
}
