using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Feed.Bench;

/// <summary>Runs psql on the benchmark's server.</summary>
internal static partial class Psql
{
    /// <summary>Seconds that a COPY to nowhere takes, without the start of psql.</summary>
    internal static async Task<double> CopySecondsAsync(PostgresServer server, string database, string query)
    {
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(database));
        var start = new ProcessStartInfo(
            Path.Combine(Debian.PostgresPrograms(), "psql"), ["-X", "-q", "-c", @"\timing on", "-c", @"\o /dev/null", "-c", $"COPY ({query}) TO STDOUT"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["PGHOST"] = settings.Host, ["PGPORT"] = $"{settings.Port}", ["PGUSER"] = settings.Username, ["PGPASSWORD"] = settings.Password,
                ["PGDATABASE"] = database, ["LC_ALL"] = "C",
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(Time().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1000;
    }

    [GeneratedRegex(@"Time: ([0-9.]+) ms")]
    private static partial Regex Time();
}
