#if !USE_TESTCONTAINERS
using System.Globalization;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Testing;

/// <summary>Private servers of this test process, from the machine's own programs, in a directory that goes with it.</summary>
internal static class TestServers
{
    private const string Prefix = "youthplatform-test-";

    public static async Task<RunningServer> StartPostgresAsync()
    {
        var directory = NewDirectory("postgres");
        var server = await PostgresServer.StartAsync(new(directory) { IsDurable = false });
        return new(server.ConnectionString("postgres"), null, new Lifetime(server, directory));
    }

    public static async Task<RunningServer> StartRabbitMqAsync()
    {
        var directory = NewDirectory("rabbitmq");
        var server = await RabbitMqServer.StartAsync(new(directory));
        return new(server.ConnectionString(), server.ManagementUri, new Lifetime(server, directory));
    }

    private static string NewDirectory(string server)
    {
        RemoveLeftovers();
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()}");
        return Path.Combine(Path.GetTempPath(), name, server);
    }

    /// <summary>Directories of test processes that were killed; their servers died with them.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(directory)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var pid) || ProcessIdentity.Of(pid) is not null)
            {
                continue;
            }

            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another test process is removing it too, or it belongs to another user.
            }
        }
    }

    private sealed class Lifetime(IAsyncDisposable server, string directory) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);
        }
    }
}
#endif
