namespace YouthPlatform.EventStore.Bench;

/// <summary>The benchmark's only event, 60 to 80 bytes as JSON.</summary>
/// <param name="Week">Week of the placement, from 1.</param>
/// <param name="Hours">Hours worked.</param>
/// <param name="Region">Region code.</param>
/// <param name="Note">What the mentor wrote.</param>
internal sealed record HoursReported(int Week, decimal Hours, string Region, string Note);

internal sealed record Worked(int Weeks, decimal Hours);

internal sealed record ReportHours(decimal Hours);

/// <summary>A small aggregate: hours add up, and a week has at most 60 of them.</summary>
internal abstract class Attendance : IDecider<Worked, ReportHours, HoursReported>
{
    private const decimal Most = 60;

    internal static EventTypes Types => new EventTypes().Add<HoursReported>("bench.hours_reported.v1");

    internal static EventMetadata Metadata { get; } = new("bench");

    public static Worked Initial { get; } = new(0, 0);

    public static Worked Evolve(Worked state, HoursReported recorded) => new(state.Weeks + 1, state.Hours + recorded.Hours);

    public static IReadOnlyList<HoursReported> Decide(ReportHours command, Worked state) => command.Hours <= Most
        ? [Report(state.Weeks + 1, command.Hours)]
        : throw new RuleViolation("attendance.too_many_hours", "每周工时超过上限。");

    internal static HoursReported Report(int week, decimal hours = 37.5m) => new(week, hours, "430102", "on site as agreed");

    internal static IReadOnlyList<object> Reports(int first, int count) => [.. Enumerable.Range(first, count).Select(week => Report(week))];

    /// <summary>A name as long as those of the services.</summary>
    internal static string NewStream() => $"attendance-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}";
}
