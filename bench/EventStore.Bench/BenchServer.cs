using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using YouthPlatform.LocalServers;

namespace YouthPlatform.EventStore.Bench;

/// <summary>The private server, with PostgreSQL's own clients as the measure.</summary>
internal sealed partial class BenchServer : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly string _directory;

    private BenchServer(PostgresServer server, string directory)
    {
        _server = server;
        _directory = directory;
        Cpu = new ServerCpu(server.Pid);
    }

    internal ServerCpu Cpu { get; }

    internal static async Task<BenchServer> StartAsync(string parent)
    {
        var directory = Path.Combine(parent, "eventstore-bench");
        return new(await PostgresServer.StartAsync(new PostgresServerOptions(directory)), directory);
    }

    /// <summary>A new database; what an interrupted run left goes.</summary>
    internal async Task<string> NewDatabaseAsync(string name)
    {
        await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await _server.EnsureDatabaseAsync(name);
        return _server.ConnectionString(name);
    }

    internal async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString(database))
        {
            Pooling = false,
            CommandTimeout = 600,
        }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Transactions a second of a pgbench script, prepared, one statement and one commit each.</summary>
    internal async Task<double> PgbenchAsync(string database, string script, int clients, int seconds)
    {
        var file = Path.Combine(_directory, "pgbench.sql");
        await File.WriteAllTextAsync(file, script);
        var threads = Math.Min(clients, Environment.ProcessorCount);
        var output = await RunAsync(
            "pgbench", database, "-n", "-M", "prepared", "-c", $"{clients}", "-j", $"{threads}", "-T", $"{seconds}", "-f", file);
        return Number(Tps().Match(output), output);
    }

    /// <summary>Seconds that psql takes for a COPY to nowhere, without its start.</summary>
    internal async Task<double> CopySecondsAsync(string database, string query)
    {
        var output = await RunAsync(
            "psql", database, "-X", "-q", "-c", @"\timing on", "-c", @"\o /dev/null", "-c", $"COPY ({query}) TO STDOUT");
        return Number(CopyTime().Match(output), output) / 1000;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static double Number(Match match, string output) => match.Success
        ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"This has no figure: {output}");

    private async Task<string> RunAsync(string program, string database, params string[] arguments)
    {
        var settings = new NpgsqlConnectionStringBuilder(_server.ConnectionString(database));
        var start = new ProcessStartInfo(Path.Combine(Debian.PostgresPrograms(), program))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new[]
        {
            ("PGHOST", settings.Host), ("PGPORT", $"{settings.Port}"), ("PGUSER", settings.Username),
            ("PGPASSWORD", settings.Password), ("PGDATABASE", database), ("LC_ALL", "C"),
        })
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with code {process.ExitCode}: {await errors}");
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();

    [GeneratedRegex(@"Time: ([0-9.]+) ms")]
    private static partial Regex CopyTime();
}
