using System.Globalization;

namespace YouthPlatform.LocalServers;

/// <summary>
/// A process of this machine that cannot be mistaken for a later one with the same number: its id, the tick it started at
/// and the boot it belongs to.
/// </summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartTick">Clock ticks after boot at which it started (field 22 of /proc/pid/stat).</param>
/// <param name="BootId">The kernel's id of this boot.</param>
public sealed record ProcessIdentity(int Pid, long StartTick, string BootId)
{
    /// <summary>Whether this very process exists; a zombie does not count.</summary>
    public bool IsAlive => Of(Pid) == this;

    /// <summary>The process that has the id now, or null when there is none.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isZombie = fields[0] is "Z" or "X";
            return isZombie ? null : new(pid, long.Parse(fields[19], CultureInfo.InvariantCulture), ReadBootId());
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null when there is no such file or it is damaged.</summary>
    public static ProcessIdentity? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var parts = File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var tick)
            ? new(pid, tick, parts[2])
            : null;
    }

    /// <summary>Writes the identity to a file that a successor reads.</summary>
    public void Write(string path) =>
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{Pid} {StartTick} {BootId}\n"));

    /// <summary>Asks the process to stop, and kills it when it has not gone in time. Returns when it is gone.</summary>
    /// <param name="signal">The polite signal.</param>
    /// <param name="patience">How long to wait before killing.</param>
    public async Task EndAsync(Signal signal, TimeSpan patience)
    {
        if (!IsAlive)
        {
            return;
        }

        Signals.Send(Pid, signal);
        if (!await GoneWithinAsync(patience))
        {
            Signals.Send(Pid, Signal.Kill);
            _ = await GoneWithinAsync(TimeSpan.FromSeconds(10));
        }
    }

    private async Task<bool> GoneWithinAsync(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (IsAlive)
        {
            if (Environment.TickCount64 > deadline)
            {
                return false;
            }

            await Task.Delay(25);
        }

        return true;
    }

    private static string ReadBootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
