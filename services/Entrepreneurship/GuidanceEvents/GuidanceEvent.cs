using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.GuidanceEvents;

/// <summary>A planned event: guidance, a lecture, a contest, a roadshow (H32 §二(三)6, 8).</summary>
/// <param name="EventId">The event.</param>
/// <param name="Region">Region of the organiser.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">Code of <c>guidance.event_kinds</c>.</param>
/// <param name="On">Day.</param>
/// <param name="Venue">Place or address.</param>
internal sealed record GuidanceEventPlan(Guid EventId, RegionCode Region, string Title, string Kind, DateOnly On, string Venue);

internal abstract record GuidanceEventState
{
    private GuidanceEventState()
    {
    }

    public virtual GuidanceEventPlan? PlanOrNull => null;

    public sealed record NotPlanned : GuidanceEventState;

    public sealed record Planned(GuidanceEventPlan Plan) : GuidanceEventState
    {
        public override GuidanceEventPlan PlanOrNull => Plan;
    }

    public sealed record Held(GuidanceEventPlan Plan, int Attendees, int Mentors) : GuidanceEventState
    {
        public override GuidanceEventPlan PlanOrNull => Plan;
    }

    public sealed record Cancelled(GuidanceEventPlan Plan, string Reason) : GuidanceEventState
    {
        public override GuidanceEventPlan PlanOrNull => Plan;
    }
}

internal abstract record GuidanceEventCommand;

internal sealed record PlanGuidanceEvent(GuidanceEventPlan Plan, Rule<CategoryList> Kinds, string Actor, DateOnly Today) : GuidanceEventCommand;

internal sealed record ReportGuidanceEvent(int Attendees, int Mentors, string Actor, DateOnly Today) : GuidanceEventCommand;

internal sealed record CancelGuidanceEvent(string? Reason, DateOnly Today) : GuidanceEventCommand;

internal abstract record GuidanceEventEvent;

internal sealed record GuidanceEventPlanned(GuidanceEventPlan Plan, RuleVersion Rule, string PlannedBy) : GuidanceEventEvent;

/// <summary>The event took place (column 9 of the progress form).</summary>
internal sealed record GuidanceEventHeld(GuidanceEventPlan Plan, int Attendees, int Mentors, string ReportedBy) : GuidanceEventEvent;

internal sealed record GuidanceEventCancelled(Guid EventId, string Reason, DateOnly CancelledOn) : GuidanceEventEvent;

/// <summary>A startup guidance event of a region's authority (H32 §二(三)6, 8; annex 2 column 9).</summary>
internal sealed class GuidanceEvent : IDecider<GuidanceEventState, GuidanceEventCommand, GuidanceEventEvent>
{
    private GuidanceEvent()
    {
    }

    public static GuidanceEventState Initial { get; } = new GuidanceEventState.NotPlanned();

    public static string Stream(Guid eventId) => $"guidance_event-{eventId}";

    public static GuidanceEventState Evolve(GuidanceEventState state, GuidanceEventEvent recorded) => (recorded, state) switch
    {
        (GuidanceEventPlanned e, _) => new GuidanceEventState.Planned(e.Plan),
        (GuidanceEventHeld e, _) => new GuidanceEventState.Held(e.Plan, e.Attendees, e.Mentors),
        (GuidanceEventCancelled e, GuidanceEventState.Planned s) => new GuidanceEventState.Cancelled(s.Plan, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<GuidanceEventEvent> Decide(GuidanceEventCommand command, GuidanceEventState state) => (command, state) switch
    {
        (PlanGuidanceEvent c, GuidanceEventState.NotPlanned) => Plan(c),
        (PlanGuidanceEvent, _) => throw new RuleViolation("guidance_event.already_planned", "该活动已建立。"),
        (_, GuidanceEventState.NotPlanned) => throw new RuleViolation("guidance_event.not_found", "没有该活动。"),
        (ReportGuidanceEvent c, GuidanceEventState.Planned s) => Report(c, s.Plan),
        (ReportGuidanceEvent c, GuidanceEventState.Held s) when (s.Attendees, s.Mentors) == (c.Attendees, c.Mentors) => [],
        (ReportGuidanceEvent, GuidanceEventState.Held) => throw new RuleViolation("guidance_event.already_reported", "该活动已填报。"),
        (CancelGuidanceEvent c, GuidanceEventState.Planned s) => [new GuidanceEventCancelled(s.Plan.EventId, Reasons.Require(c.Reason), c.Today)],
        (CancelGuidanceEvent, GuidanceEventState.Cancelled) => [],
        (CancelGuidanceEvent, _) => throw new RuleViolation("guidance_event.already_reported", "该活动已举办，不能取消。"),
        _ => throw new RuleViolation("guidance_event.cancelled", "该活动已取消。"),
    };

    private static IReadOnlyList<GuidanceEventEvent> Plan(PlanGuidanceEvent command)
    {
        if (!command.Kinds.Value.Contains(command.Plan.Kind))
        {
            var known = string.Join('、', command.Kinds.Value.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("guidance_event.kind_unknown", $"活动形式应为以下之一：{known}。");
        }

        return string.IsNullOrWhiteSpace(command.Plan.Title)
            ? throw new RuleViolation("guidance_event.title_missing", "请填写活动名称。")
            : [new GuidanceEventPlanned(command.Plan with { Title = command.Plan.Title.Trim() }, command.Kinds.Version, command.Actor)];
    }

    private static IReadOnlyList<GuidanceEventEvent> Report(ReportGuidanceEvent command, GuidanceEventPlan plan)
    {
        if (command.Today < plan.On)
        {
            throw new RuleViolation("guidance_event.not_held_yet", $"活动于 {plan.On:yyyy-MM-dd} 举办，届时方可填报。");
        }

        return command.Attendees < 1 || command.Mentors < 0
            ? throw new RuleViolation("guidance_event.figures_invalid", "参加人数至少 1 人，导师人数不能为负。")
            : [new GuidanceEventHeld(plan, command.Attendees, command.Mentors, command.Actor)];
    }
}
