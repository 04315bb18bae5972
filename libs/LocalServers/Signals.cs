using System.Runtime.InteropServices;

namespace YouthPlatform.LocalServers;

/// <summary>Signals that processes understand; the values are Linux's.</summary>
public enum Signal
{
    /// <summary>No signal.</summary>
    None = 0,

    /// <summary>Ctrl-C; PostgreSQL's fast shutdown.</summary>
    Interrupt = 2,

    /// <summary>Cannot be refused.</summary>
    Kill = 9,

    /// <summary>The usual request to stop.</summary>
    Terminate = 15,
}

/// <summary>Sends signals.</summary>
public static partial class Signals
{
    /// <summary>Sends a signal; returns false when the process is gone or is not ours.</summary>
    public static bool Send(int pid, Signal signal) => Kill(pid, (int)signal) == 0;

    /// <summary>Whether this process runs as root.</summary>
    internal static bool IsRoot => GetEffectiveUserId() == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();
}
