namespace YouthPlatform.Simulation;

/// <summary>
/// The simulated year as a list of things to do, each on a China date. Things of one day run side by side; each may put more on
/// the agenda for the same or a later day. The platform's clock is set to every day that has something.
/// </summary>
internal sealed class Agenda(PlatformClient platform, Func<DateOnly, Task> dayBegins)
{
    private const int SideBySide = 8;

    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private readonly SortedDictionary<DateOnly, Queue<Func<Task>>> _days = [];
    private readonly Lock _lock = new();

    /// <summary>Puts something on the agenda.</summary>
    public void On(DateOnly day, Func<Task> action)
    {
        lock (_lock)
        {
            if (!_days.TryGetValue(day, out var actions))
            {
                _days[day] = actions = new();
            }

            actions.Enqueue(action);
        }
    }

    /// <summary>Runs everything, day by day, up to and including the last day.</summary>
    public async Task RunAsync(DateOnly last)
    {
        while (NextDay() is { } day && day <= last)
        {
            // Nine in the morning, when the counters open.
            await platform.SetClockAsync(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), ChinaOffset));
            await dayBegins(day);
            while (Take(day) is { Count: > 0 } actions)
            {
                await Parallel.ForEachAsync(
                    actions, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (action, _) => await action());
            }
        }
    }

    private DateOnly? NextDay()
    {
        lock (_lock)
        {
            return _days.Count == 0 ? null : _days.Keys.First();
        }
    }

    private List<Func<Task>> Take(DateOnly day)
    {
        lock (_lock)
        {
            return _days.Remove(day, out var actions) ? [.. actions] : [];
        }
    }
}
