using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Courses;

/// <summary>A course of a training body (W62 §二(三), E17 §二(三)).</summary>
/// <param name="CourseId">The course.</param>
/// <param name="Body">Unified social credit code of the training body.</param>
/// <param name="Region">Region of its authority.</param>
/// <param name="Kind">Code of <c>startup.training_courses</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Sessions">Days of the course, in their order.</param>
internal sealed record CourseFile(Guid CourseId, string Body, RegionCode Region, string Kind, string Title, IReadOnlyList<DateOnly> Sessions);

internal abstract record CourseState
{
    private CourseState()
    {
    }

    public virtual CourseFile? FileOrNull => null;

    public sealed record NotPlanned : CourseState;

    /// <param name="File">The course.</param>
    /// <param name="Attendance">Who attended, by the number of the session.</param>
    /// <param name="IsFinished">Whether the body has closed it.</param>
    public sealed record Running(CourseFile File, ImmutableSortedDictionary<int, ImmutableSortedSet<Guid>> Attendance, bool IsFinished) : CourseState
    {
        public override CourseFile FileOrNull => File;

        public int AttendedBy(Guid person) => Attendance.Values.Count(present => present.Contains(person));
    }
}

internal abstract record CourseCommand;

internal sealed record PlanCourse(CourseFile File, CategoryList Kinds, string Actor, DateOnly Today) : CourseCommand;

internal sealed record RecordSession(int Session, IReadOnlyList<Guid> Present, string Actor, DateOnly Today) : CourseCommand;

internal sealed record FinishCourse(string Actor, DateOnly Today) : CourseCommand;

internal abstract record CourseEvent;

internal sealed record CoursePlanned(CourseFile File, string PlannedBy, DateOnly PlannedOn) : CourseEvent;

/// <summary>A session took place; each of those present is an attendance (W62 §二(三): 100,000 a year).</summary>
internal sealed record SessionHeld(CourseFile File, int Session, IReadOnlyList<Guid> Present, string ReportedBy, DateOnly ReportedOn) : CourseEvent;

internal sealed record CourseFinished(Guid CourseId, string FinishedBy, DateOnly FinishedOn) : CourseEvent;

/// <summary>A startup course: its sessions are reported once each, then it is finished and its vouchers can be settled.</summary>
internal sealed class Course : IDecider<CourseState, CourseCommand, CourseEvent>
{
    private Course()
    {
    }

    public static CourseState Initial { get; } = new CourseState.NotPlanned();

    public static string Stream(Guid courseId) => $"course-{courseId}";

    public static CourseState Evolve(CourseState state, CourseEvent recorded) => (recorded, state) switch
    {
        (CoursePlanned e, _) => new CourseState.Running(e.File, ImmutableSortedDictionary<int, ImmutableSortedSet<Guid>>.Empty, false),
        (SessionHeld e, CourseState.Running s) => s with { Attendance = s.Attendance.SetItem(e.Session, [.. e.Present]) },
        (CourseFinished, CourseState.Running s) => s with { IsFinished = true },
        _ => state,
    };

    public static IReadOnlyList<CourseEvent> Decide(CourseCommand command, CourseState state) => (command, state) switch
    {
        (PlanCourse c, CourseState.NotPlanned) => Plan(c),
        (PlanCourse, _) => throw new RuleViolation("course.already_planned", "该课程已建立。"),
        (_, CourseState.NotPlanned) => throw new RuleViolation("course.not_found", "没有该课程。"),
        (RecordSession c, CourseState.Running s) => Record(c, s),
        (FinishCourse, CourseState.Running { IsFinished: true }) => [],
        (FinishCourse c, CourseState.Running s) => s.Attendance.Count == s.File.Sessions.Count
            ? [new CourseFinished(s.File.CourseId, c.Actor, c.Today)]
            : throw new RuleViolation("course.sessions_open", $"课程共 {s.File.Sessions.Count} 次，已填报 {s.Attendance.Count} 次。"),
        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    private static IReadOnlyList<CourseEvent> Plan(PlanCourse command)
    {
        var file = command.File;
        if (!command.Kinds.Contains(file.Kind))
        {
            throw new RuleViolation("course.kind_unknown", $"课程类别应为：{string.Join('、', command.Kinds.Items.Select(item => $"{item.Code}（{item.Name}）"))}。");
        }

        return file.Sessions.Count > 0 && file.Sessions.Order().SequenceEqual(file.Sessions) && file.Sessions[0] >= command.Today
            ? [new CoursePlanned(file, command.Actor, command.Today)]
            : throw new RuleViolation("course.sessions_invalid", "请按先后填写今天起的上课日期，至少一次。");
    }

    private static IReadOnlyList<CourseEvent> Record(RecordSession command, CourseState.Running course)
    {
        if (command.Session < 1 || command.Session > course.File.Sessions.Count || command.Today < course.File.Sessions[command.Session - 1])
        {
            throw new RuleViolation("course.session_not_held", "没有该次课程，或该次课程尚未举行。");
        }

        var present = command.Present.Distinct().Order().ToList();
        if (course.Attendance.TryGetValue(command.Session, out var known))
        {
            return known.SequenceEqual(present) ? [] : throw new RuleViolation("course.session_already_reported", "该次课程的出勤已填报。");
        }

        return [new SessionHeld(course.File, command.Session, present, command.Actor, command.Today)];
    }
}
