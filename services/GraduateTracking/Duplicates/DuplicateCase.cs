global using DuplicateAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Duplicates.DuplicateCase,
    YouthPlatform.GraduateTracking.Duplicates.DuplicateState,
    YouthPlatform.GraduateTracking.Duplicates.DuplicateCommand,
    YouthPlatform.GraduateTracking.Duplicates.DuplicateEvent>;
using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.Duplicates.DuplicateCommand;
using static YouthPlatform.GraduateTracking.Duplicates.DuplicateEvent;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Commands of a duplicate case.</summary>
internal abstract record DuplicateCommand
{
    private DuplicateCommand()
    {
    }

    public sealed record Find(LikelyDuplicateFound Found) : DuplicateCommand;

    public sealed record Confirm(Guid SurvivorId, string Reason, string Actor, DateOnly Today) : DuplicateCommand;

    public sealed record Dismiss(string Reason, string Actor, DateOnly Today) : DuplicateCommand;

    public sealed record Undo(string Reason, string Actor, DateOnly Today) : DuplicateCommand;
}

/// <summary>States of a duplicate case.</summary>
internal abstract record DuplicateState
{
    private DuplicateState()
    {
    }

    public sealed record Unknown : DuplicateState;

    /// <summary>It waits for an officer.</summary>
    public sealed record Open(LikelyDuplicateFound Found) : DuplicateState;

    /// <summary>They are one person.</summary>
    public sealed record Same(LikelyDuplicateFound Found, Guid SurvivorId, Guid AbsorbedId) : DuplicateState;

    /// <summary>They are two.</summary>
    public sealed record Different(LikelyDuplicateFound Found) : DuplicateState;
}

/// <summary>Two entries that may be of one person (one entry a person: H32 §二(六)17).</summary>
internal sealed class DuplicateCase : IDecider<DuplicateState, DuplicateCommand, DuplicateEvent>
{
    private static readonly Guid Namespace = DerivedId.Create(DerivedId.UrlNamespace, "/youthplatform/duplicates");

    public static DuplicateState Initial { get; } = new DuplicateState.Unknown();

    /// <summary>The case of two people, whichever is named first.</summary>
    public static Guid IdOf(Guid first, Guid second) =>
        DerivedId.Create(Namespace, first.CompareTo(second) < 0 ? $"{first} {second}" : $"{second} {first}");

    public static string StreamOf(Guid caseId) => $"duplicate-{caseId}";

    public static DuplicateState Evolve(DuplicateState state, DuplicateEvent recorded) => (state, recorded) switch
    {
        (_, LikelyDuplicateFound found) => new DuplicateState.Open(found),
        (DuplicateState.Open open, DuplicateConfirmed e) => new DuplicateState.Same(open.Found, e.SurvivorId, e.AbsorbedId),
        (DuplicateState.Different known, DuplicateConfirmed e) => new DuplicateState.Same(known.Found, e.SurvivorId, e.AbsorbedId),
        (DuplicateState.Open open, DuplicateDismissed) => new DuplicateState.Different(open.Found),
        (DuplicateState.Same same, DuplicateUndone) => new DuplicateState.Different(same.Found),
        _ => state,
    };

    public static IReadOnlyList<DuplicateEvent> Decide(DuplicateCommand command, DuplicateState state) => (command, state) switch
    {
        (Find find, DuplicateState.Unknown) => [find.Found],
        (Find, _) => [],
        (_, DuplicateState.Unknown) => throw new RuleViolation("duplicate.unknown", "没有该疑似重复。"),
        (Confirm confirm, DuplicateState.Open open) => [Confirmed(confirm, open.Found)],
        (Confirm confirm, DuplicateState.Different known) => [Confirmed(confirm, known.Found)],
        (Confirm confirm, DuplicateState.Same same) => confirm.SurvivorId == same.SurvivorId
            ? []
            : throw new RuleViolation("duplicate.decided", "已认定为同一人，如需更换保留的台账，请先撤销合并。"),
        (Dismiss dismiss, DuplicateState.Open open) => [new DuplicateDismissed(open.Found.CaseId, dismiss.Reason, dismiss.Actor, dismiss.Today)],
        (Dismiss, DuplicateState.Different) => [],
        (Dismiss, _) => throw new RuleViolation("duplicate.decided", "已认定为同一人，请撤销合并。"),
        (Undo undo, DuplicateState.Same same) =>
            [new DuplicateUndone(same.Found.CaseId, same.SurvivorId, same.AbsorbedId, undo.Reason, undo.Actor, undo.Today)],
        _ => throw new RuleViolation("duplicate.not_merged", "尚未认定为同一人，没有可撤销的合并。"),
    };

    private static DuplicateConfirmed Confirmed(Confirm confirm, LikelyDuplicateFound found)
    {
        if (confirm.SurvivorId != found.FirstPersonId && confirm.SurvivorId != found.SecondPersonId)
        {
            throw new RuleViolation("duplicate.survivor", "保留的台账应为两个台账之一。");
        }

        var absorbed = confirm.SurvivorId == found.FirstPersonId ? found.SecondPersonId : found.FirstPersonId;
        return new(found.CaseId, confirm.SurvivorId, absorbed, confirm.Reason, confirm.Actor, confirm.Today);
    }
}
