global using CoverAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Assignments.OfficerCover,
    YouthPlatform.GraduateTracking.Assignments.CoverState,
    YouthPlatform.GraduateTracking.Assignments.CoverCommand,
    YouthPlatform.GraduateTracking.Assignments.CoverEvent>;
using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>Events of <c>officer_cover-{coverId}</c>: an officer stands in for another one.</summary>
internal abstract record CoverEvent
{
    private CoverEvent()
    {
    }

    /// <summary>An officer of a region is stood in for.</summary>
    /// <param name="CoverId">The cover.</param>
    /// <param name="Region">Region in which it holds.</param>
    /// <param name="Officer">Account of who is away.</param>
    /// <param name="Substitute">Account of who stands in.</param>
    /// <param name="From">First day.</param>
    /// <param name="Until">Last day.</param>
    public sealed record CoverArranged(
        Guid CoverId, string Region, string Officer, string Substitute, DateOnly From, DateOnly Until) : CoverEvent;

    /// <summary>The officer is back before the last day.</summary>
    public sealed record CoverEnded(Guid CoverId, string Region, DateOnly EndedOn) : CoverEvent;
}

/// <summary>Commands of a cover.</summary>
internal abstract record CoverCommand
{
    private CoverCommand()
    {
    }

    public sealed record Arrange(CoverEvent.CoverArranged Cover, DateOnly Today) : CoverCommand;

    public sealed record End(DateOnly Today) : CoverCommand;
}

/// <summary>States of a cover.</summary>
internal abstract record CoverState
{
    private CoverState()
    {
    }

    public sealed record Unknown : CoverState;

    public sealed record Arranged(CoverEvent.CoverArranged Cover) : CoverState;

    public sealed record Ended(CoverEvent.CoverArranged Cover) : CoverState;
}

/// <summary>A temporary cover: the substitute sees the officer's entries among the own ones, in one region, until the last day.</summary>
internal sealed class OfficerCover : IDecider<CoverState, CoverCommand, CoverEvent>
{
    public static CoverState Initial { get; } = new CoverState.Unknown();

    public static string StreamOf(Guid coverId) => $"officer_cover-{coverId}";

    public static CoverState Evolve(CoverState state, CoverEvent recorded) => (state, recorded) switch
    {
        (_, CoverEvent.CoverArranged arranged) => new CoverState.Arranged(arranged),
        (CoverState.Arranged known, CoverEvent.CoverEnded) => new CoverState.Ended(known.Cover),
        _ => state,
    };

    public static IReadOnlyList<CoverEvent> Decide(CoverCommand command, CoverState state) => (command, state) switch
    {
        (CoverCommand.Arrange arrange, CoverState.Unknown) => [Arranged(arrange)],
        (CoverCommand.Arrange, _) => throw new RuleViolation("cover.arranged", "该代班已登记。"),
        (CoverCommand.End end, CoverState.Arranged known) => end.Today > known.Cover.Until
            ? []
            : [new CoverEvent.CoverEnded(known.Cover.CoverId, known.Cover.Region, end.Today)],
        (CoverCommand.End, CoverState.Ended) => [],
        _ => throw new RuleViolation("cover.unknown", "没有该代班。"),
    };

    private static CoverEvent.CoverArranged Arranged(CoverCommand.Arrange arrange)
    {
        if (arrange.Cover.Officer == arrange.Cover.Substitute)
        {
            throw new RuleViolation("cover.same_officer", "代班人不能是本人。");
        }

        return arrange.Cover.Until < arrange.Cover.From || arrange.Cover.Until < arrange.Today
            ? throw new RuleViolation("cover.dates", "代班的截止日期不得早于开始日期，也不得早于今天。")
            : arrange.Cover;
    }
}
