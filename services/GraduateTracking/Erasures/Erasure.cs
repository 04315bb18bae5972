global using ErasureAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Erasures.Erasure,
    YouthPlatform.GraduateTracking.Erasures.ErasureState,
    YouthPlatform.GraduateTracking.Erasures.ErasureCommand,
    YouthPlatform.GraduateTracking.Erasures.ErasureEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;
using static YouthPlatform.GraduateTracking.Erasures.ErasureCommand;
using static YouthPlatform.GraduateTracking.Erasures.ErasureEvent;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Events of <c>erasure-{erasureId}</c>. Its id is the receipt's.</summary>
internal abstract record ErasureEvent
{
    private ErasureEvent()
    {
    }

    /// <summary>A person asked for the erasure of the personal data.</summary>
    public sealed record ErasureRequested(Guid ErasureId, Guid PersonId, string Region, string RequestedBy, DateOnly RequestedOn) : ErasureEvent;

    /// <summary>The request was refused: the data are still needed.</summary>
    /// <param name="ErasureId">The erasure.</param>
    /// <param name="Reason">Code of the pack's list <c>retention.erasure_refusals</c>.</param>
    /// <param name="RefusedBy">Account.</param>
    /// <param name="RefusedOn">China date.</param>
    public sealed record ErasureRefused(Guid ErasureId, string Reason, string RefusedBy, DateOnly RefusedOn) : ErasureEvent;

    /// <summary>Data keys, look-up codes, signs and ciphertexts were deleted in the transaction of this event.</summary>
    /// <param name="ErasureId">The erasure.</param>
    /// <param name="PersonIds">The ids that nobody can be found under any more: the person's, and those that were merged into it.</param>
    /// <param name="Region">County that answered for the entry.</param>
    /// <param name="Ground">Why.</param>
    /// <param name="Rule">The retention time that was over; null for a request.</param>
    /// <param name="CarriedOutBy">Account.</param>
    /// <param name="CarriedOutOn">China date.</param>
    public sealed record ErasureCarriedOut(
        Guid ErasureId,
        IReadOnlyList<Guid> PersonIds,
        string Region,
        ErasureGround Ground,
        RuleVersion? Rule,
        string CarriedOutBy,
        DateOnly CarriedOutOn) : ErasureEvent;
}

/// <summary>Commands of an erasure.</summary>
internal abstract record ErasureCommand
{
    private ErasureCommand()
    {
    }

    public sealed record Request(Guid ErasureId, Guid PersonId, string Region, string Actor, DateOnly Today) : ErasureCommand;

    public sealed record Confirm(IReadOnlyList<Guid> PersonIds, string Actor, DateOnly Today) : ErasureCommand;

    public sealed record Refuse(string Reason, string Actor, DateOnly Today) : ErasureCommand;

    public sealed record RunOut(
        Guid ErasureId, IReadOnlyList<Guid> PersonIds, string Region, RuleVersion Rule, string Actor, DateOnly Today) : ErasureCommand;
}

/// <summary>States of an erasure.</summary>
internal abstract record ErasureState
{
    private ErasureState()
    {
    }

    public sealed record Unknown : ErasureState;

    public sealed record Requested(ErasureRequested Request) : ErasureState;

    public sealed record Refused : ErasureState;

    public sealed record CarriedOut : ErasureState;
}

/// <summary>An erasure: asked for by a clerk and confirmed by somebody else, or due because the time is over.</summary>
internal sealed class Erasure : IDecider<ErasureState, ErasureCommand, ErasureEvent>
{
    public static ErasureState Initial { get; } = new ErasureState.Unknown();

    public static string StreamOf(Guid erasureId) => $"erasure-{erasureId}";

    public static ErasureState Evolve(ErasureState state, ErasureEvent recorded) => recorded switch
    {
        ErasureRequested requested => new ErasureState.Requested(requested),
        ErasureRefused => new ErasureState.Refused(),
        _ => new ErasureState.CarriedOut(),
    };

    public static IReadOnlyList<ErasureEvent> Decide(ErasureCommand command, ErasureState state) => (command, state) switch
    {
        (Request r, ErasureState.Unknown) => [new ErasureRequested(r.ErasureId, r.PersonId, r.Region, r.Actor, r.Today)],
        (RunOut r, ErasureState.Unknown) =>
            [new ErasureCarriedOut(r.ErasureId, r.PersonIds, r.Region, ErasureGround.Retention, r.Rule, r.Actor, r.Today)],
        (Confirm confirm, ErasureState.Requested { Request: var request }) => [Confirmed(confirm, request)],
        (Refuse refuse, ErasureState.Requested { Request: var request }) => [Refused(refuse, request)],
        (Confirm, ErasureState.CarriedOut) => [],
        (_, ErasureState.Unknown) => throw new RuleViolation("erasure.unknown", "没有该删除申请。"),
        _ => throw new RuleViolation("erasure.decided", "该删除申请已办结。"),
    };

    private static ErasureCarriedOut Confirmed(Confirm confirm, ErasureRequested request)
    {
        FourEyes.Require(confirm.Actor, request.RequestedBy);
        return new(request.ErasureId, confirm.PersonIds, request.Region, ErasureGround.Request, null, confirm.Actor, confirm.Today);
    }

    private static ErasureRefused Refused(Refuse refuse, ErasureRequested request)
    {
        FourEyes.Require(refuse.Actor, request.RequestedBy);
        return new(request.ErasureId, refuse.Reason, refuse.Actor, refuse.Today);
    }
}
