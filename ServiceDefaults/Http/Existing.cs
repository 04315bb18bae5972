using YouthPlatform.EventStore;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>Answers for aggregates that are not there.</summary>
public static class Existing
{
    /// <summary>The aggregate, if anything ever happened to it.</summary>
    /// <exception cref="ApiException">404: its stream is empty.</exception>
    public static Aggregate<TDecider, TState, TCommand, TEvent> OrNotFound<TDecider, TState, TCommand, TEvent>(
        this Aggregate<TDecider, TState, TCommand, TEvent> aggregate, string code, string detail)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        return aggregate.Version == 0 ? throw ApiException.NotFound(code, detail) : aggregate;
    }
}
