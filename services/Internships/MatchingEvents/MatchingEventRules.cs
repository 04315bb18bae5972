using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.MatchingEvents;

/// <summary>What an organiser and the units may do with an event.</summary>
internal static class MatchingEventRules
{
    public static IReadOnlyList<MatchingEventEvent> Plan(PlanMatchingEvent command)
    {
        if (!command.Kinds.Value.Contains(command.Plan.Kind))
        {
            var known = string.Join('、', command.Kinds.Value.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("matching_event.kind_unknown", $"活动形式应为以下之一：{known}。");
        }

        if (string.IsNullOrWhiteSpace(command.Plan.Title))
        {
            throw new RuleViolation("matching_event.title_missing", "请填写活动名称。");
        }

        RequireFuture(command.Plan.HeldOn, command.Today);
        var plan = command.Plan with { Title = command.Plan.Title.Trim(), Venue = RequireVenue(command.Plan.Venue) };
        return [new MatchingEventPlanned(plan, command.Actor, command.Kinds.Version)];
    }

    public static IReadOnlyList<MatchingEventEvent> Move(MoveMatchingEvent command, MatchingEventPlan plan)
    {
        RequireFuture(command.HeldOn, command.Today);
        var venue = RequireVenue(command.Venue);
        return (command.HeldOn, venue) == (plan.HeldOn, plan.Venue)
            ? []
            : [new MatchingEventMoved(plan.EventId, command.HeldOn, venue, Reasons.Require(command.Reason))];
    }

    public static IReadOnlyList<MatchingEventEvent> Join(JoinMatchingEvent command, MatchingEventState.Planned planned)
    {
        RequireNotOver(planned.Plan, command.Today);
        if (command.Participant.PostIds.Count == 0)
        {
            throw new RuleViolation("matching_event.posts_missing", "请至少带一个岗位参加对接活动。");
        }

        var posts = command.Participant.PostIds.Distinct().Order().ToList();
        return planned.Participants.TryGetValue(command.Participant.UnitId, out var present) && present.PostIds.SequenceEqual(posts)
            ? []
            : [new MatchingEventJoined(planned.Plan.EventId, command.Participant with { PostIds = posts })];
    }

    public static IReadOnlyList<MatchingEventEvent> Leave(LeaveMatchingEvent command, MatchingEventState.Planned planned)
    {
        RequireNotOver(planned.Plan, command.Today);
        return planned.Participants.ContainsKey(command.UnitId) ? [new MatchingEventLeft(planned.Plan.EventId, command.UnitId)] : [];
    }

    public static IReadOnlyList<MatchingEventEvent> Report(ReportMatchingEvent command, MatchingEventPlan plan)
    {
        if (command.Today < plan.HeldOn)
        {
            throw new RuleViolation("matching_event.not_held_yet", $"活动于 {plan.HeldOn:yyyy-MM-dd} 举办，届时方可填报。");
        }

        var (units, openings, visitors, intentions) = command.Figures;
        if (units < 1 || openings < 0 || visitors < 0 || intentions < 0 || intentions > visitors)
        {
            throw new RuleViolation("matching_event.figures_invalid", "参会单位至少 1 家；各项人数、岗位数不能为负，达成意向人数不能多于到会人数。");
        }

        return [new MatchingEventHeld(plan.EventId, plan.Region, plan.Kind, plan.HeldOn, command.Figures, command.Actor)];
    }

    private static void RequireFuture(DateOnly heldOn, DateOnly today)
    {
        if (heldOn < today)
        {
            throw new RuleViolation("matching_event.in_the_past", "举办日期不能早于今天。");
        }
    }

    private static void RequireNotOver(MatchingEventPlan plan, DateOnly today)
    {
        if (today > plan.HeldOn)
        {
            throw new RuleViolation("matching_event.over", "活动日期已过，不能再变更参会单位。");
        }
    }

    private static string RequireVenue(string venue) => string.IsNullOrWhiteSpace(venue)
        ? throw new RuleViolation("matching_event.venue_missing", "请填写举办地点或网址。")
        : venue.Trim();
}
