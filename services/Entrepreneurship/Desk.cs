using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship;

/// <summary>What a handler that changes something works with; bound with <c>[AsParameters]</c>.</summary>
/// <param name="Command">Who, when, on which version.</param>
/// <param name="Caller">What the token says of the caller.</param>
/// <param name="Store">The event log.</param>
/// <param name="Rules">The policy packs.</param>
/// <param name="Cancellation">Ends with the request.</param>
internal sealed record Desk(HttpCommand Command, Caller Caller, IEventStore Store, ProgrammeRules Rules, CancellationToken Cancellation)
{
    public DateOnly Today => Command.Today;

    public string Actor => Command.Actor;
}

/// <summary>Why something is done.</summary>
/// <param name="Reason">Shown to those concerned.</param>
internal sealed record ReasonRequest(string Reason);
