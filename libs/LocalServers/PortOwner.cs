using System.Globalization;

namespace YouthPlatform.LocalServers;

/// <summary>Finds out who listens on a port, for messages.</summary>
public static class PortOwner
{
    private const string Listening = "0A";

    /// <summary>The listener as <c>name (pid 123)</c>, or a phrase that says it could not be found.</summary>
    /// <param name="port">TCP port, 1 to 65535.</param>
    public static string Describe(int port)
    {
        var sockets = SocketsOf(port);
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid) && Holds(pid, sockets))
            {
                return $"{NameOf(pid)} (pid {pid})";
            }
        }

        return "a process of another user";
    }

    private static HashSet<string> SocketsOf(int port)
    {
        var suffix = port.ToString("X4", CultureInfo.InvariantCulture);
        string[] tables = ["/proc/net/tcp", "/proc/net/tcp6"];
        return [.. tables.Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == Listening && fields[1].EndsWith($":{suffix}", StringComparison.Ordinal))
            .Select(fields => $"socket:[{fields[9]}]")];
    }

    private static bool Holds(int pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(file => sockets.Contains(new FileInfo(file).LinkTarget ?? ""));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string NameOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").Trim();
        }
        catch (IOException)
        {
            return "a process";
        }
    }
}
