using System.Globalization;

namespace YouthPlatform.LocalServers;

/// <summary>What the kernel lets this process do; in a container, root may lack much of it.</summary>
internal static class Capabilities
{
    private const int DacReadSearch = 2;

    /// <summary>Whether this process may read and pass any directory, and may hand that right on.</summary>
    public static bool MayPassClosedDirectories => Has("CapPrm:", DacReadSearch) && Has("CapBnd:", DacReadSearch);

    private static bool Has(string set, int capability)
    {
        var line = File.ReadLines("/proc/self/status").First(candidate => candidate.StartsWith(set, StringComparison.Ordinal));
        var bits = ulong.Parse(line[set.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (bits & (1UL << capability)) != 0;
    }
}
