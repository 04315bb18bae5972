using System.Globalization;

namespace YouthPlatform.EventStore.Bench;

/// <summary>CPU time of a server: the first process, its children, and those of its children that have ended.</summary>
internal sealed class ServerCpu(int pid)
{
    // USER_HZ, which Linux has fixed at 100 for what /proc tells.
    private const double TicksPerSecond = 100;

    internal TimeSpan Read()
    {
        var ticks = Ticks(pid, withEnded: true);
        foreach (var child in File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ticks += Ticks(int.Parse(child, CultureInfo.InvariantCulture), withEnded: false);
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static long Ticks(int process, bool withEnded)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var wanted = withEnded ? fields[11..15] : fields[11..13];
            return wanted.Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It ended between the list and the look: its time is with its parent's ended children at the next reading.
            return 0;
        }
    }
}
