using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>A training camp: workplace experience, guidance, market visits, salons (H32 §二(九)22, W62 §二(九), E17 §二(九)).</summary>
internal sealed class Camp : IDecider<CampState, CampCommand, CampEvent>
{
    private const int LongestTitle = 100;

    public static CampState Initial { get; } = new CampState.NotPlanned();

    public static string StreamOf(Guid campId) => $"camp-{campId}";

    public static CampState Evolve(CampState state, CampEvent recorded) => (recorded, state) switch
    {
        (CampPlanned e, _) => new CampState.Planned(e.Plan, ImmutableDictionary<Guid, CampMember>.Empty),
        (CampJoined e, CampState.Planned s) => s with { Members = s.Members.SetItem(e.PersonId, new(e.Region, [])) },
        (CampAttended e, CampState.Planned s) => s with { Members = s.Members.SetItem(e.PersonId, Attended(s.Members[e.PersonId], e.Activity)) },
        (CampCancelled, CampState.Planned s) => new CampState.Cancelled(s.Plan),
        _ => state,
    };

    public static IReadOnlyList<CampEvent> Decide(CampCommand command, CampState state) => (command, state) switch
    {
        (PlanCamp plan, CampState.NotPlanned) => Plan(plan),
        (PlanCamp, _) => throw new RuleViolation("camp.already_planned", "该训练营已安排。"),
        (_, CampState.NotPlanned) => throw new RuleViolation("camp.not_planned", "没有该训练营。"),
        (CancelCamp, CampState.Cancelled) => [],
        (_, CampState.Cancelled) => throw new RuleViolation("camp.cancelled", "该训练营已取消。"),
        (EnrolInCamp enrol, CampState.Planned s) => Enrol(enrol, s),
        (RecordAttendance record, CampState.Planned s) => Record(record, s),
        (CancelCamp cancel, CampState.Planned s) => s.Members.Values.Any(member => !member.Attended.IsEmpty)
            ? throw new RuleViolation("camp.begun", "训练营已开展，不能取消。")
            : [new CampCancelled(s.Plan.CampId, Reasons.Require(cancel.Reason), cancel.Actor, cancel.Today)],
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    private static IReadOnlyList<CampEvent> Plan(PlanCamp command)
    {
        var plan = command.Plan with { Title = command.Plan.Title.Trim() };
        if (plan.Title.Length is 0 or > LongestTitle || plan.Activities.Count == 0)
        {
            throw new RuleViolation("camp.incomplete", $"请填写训练营名称（不超过 {LongestTitle} 字）和至少一项活动。");
        }

        foreach (var activity in plan.Activities)
        {
            command.Kinds.Require(activity.Kind, "camp.activity_unknown");
        }

        return [new CampPlanned(plan, command.Actor, command.Today)];
    }

    private static IReadOnlyList<CampEvent> Enrol(EnrolInCamp command, CampState.Planned camp)
    {
        if (camp.Members.ContainsKey(command.PersonId))
        {
            return [];
        }

        if (!command.Check.Passed)
        {
            throw new RuleViolation("camp.not_long_term_unemployed", "青年就业训练营面向登记失业达到规定时长的青年，该人员今天不符合。");
        }

        return camp.Plan.Activities.All(activity => activity.On < command.Today)
            ? throw new RuleViolation("camp.over", "训练营已结束，不能再报名。")
            : [new CampJoined(camp.Plan.CampId, command.PersonId, command.Region, command.Check, command.Actor, command.Today)];
    }

    private static IReadOnlyList<CampEvent> Record(RecordAttendance command, CampState.Planned camp)
    {
        if (command.Activity < 0 || command.Activity >= camp.Plan.Activities.Count)
        {
            throw new RuleViolation("camp.activity_unknown", "训练营没有该项活动。");
        }

        var activity = camp.Plan.Activities[command.Activity];
        if (activity.On > command.Today)
        {
            throw new RuleViolation("camp.not_held_yet", "该项活动尚未开展。");
        }

        var present = command.Present.Distinct().ToList();
        return present.Exists(person => !camp.Members.ContainsKey(person))
            ? throw new RuleViolation("camp.not_enrolled", "名单中有未报名的人员。")
            : [.. present.Where(person => !camp.Members[person].Attended.Contains(command.Activity)).Select(person => new CampAttended(
                camp.Plan.CampId, person, camp.Members[person].Region, command.Activity, activity.Kind, command.Actor, activity.On))];
    }

    private static CampMember Attended(CampMember member, int activity) => member with { Attended = member.Attended.Add(activity) };
}
