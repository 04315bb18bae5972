using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Worker;
using YouthPlatform.LocalServers;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Real processes: writers that are killed, and a server that crashes.</summary>
public sealed class ProcessTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WritersInSeveralProcessesOfWhichOneIsKilledLoseAndDoubleNothing()
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        await using var dataSource = EventLogDataSource.Create(connectionString);
        await using var reader = new PostgresEventStore(dataSource, Options(), TimeProvider.System, []);
        await using var killed = new WorkerProcess(connectionString, "killed", 1_000_000);
        await using var second = new WorkerProcess(connectionString, "second", 150);
        await using var third = new WorkerProcess(connectionString, "third", 150);

        var writing = WritingAsync(killed, second, third);
        var seen = await PollingReader.ReadUntilAsync(reader, writing, Cancellation);
        await writing;

        await seen.SawAllAsync(reader, Cancellation);
        (await LogAudit.VerifyAsync(dataSource, [], Cancellation)).Reason.ShouldBeNull();
        var positions = seen.ToDictionary(recorded => ((TokenWritten)recorded.Data).Token, recorded => recorded.Position);
        foreach (var worker in new[] { killed, second, third })
        {
            worker.Written.ShouldAllBe(written => positions[written.Key] == written.Value);
            worker.Refused.ShouldAllBe(token => !positions.ContainsKey(token));
        }

        positions.Keys.Count(token => !token.StartsWith("killed", StringComparison.Ordinal)).ShouldBe(second.Written.Count + third.Written.Count);
        (second.Written.Count + second.Refused.Count).ShouldBe(150);
    }

    [Fact]
    public async Task AServerThatCrashesUnderAWriterLosesNothingThatWasAcknowledged()
    {
        var directory = Directory.CreateTempSubdirectory("youthplatform-crash-").FullName;
        await using (var server = await PostgresServer.StartAsync(new PostgresServerOptions(Path.Combine(directory, "postgres")), Cancellation))
        {
            await server.EnsureDatabaseAsync("crash", Cancellation);
            await using var dataSource = EventLogDataSource.Create(server.ConnectionString("crash"));
            var options = Options();
            options.ReconnectTimeout = TimeSpan.FromSeconds(60);
            await using var store = new PostgresEventStore(dataSource, options, TimeProvider.System, []);

            var appending = Task.WhenAll(Enumerable.Range(0, 8).Select(caller => AppendAllAsync(store, $"caller-{caller}")));
            await Eventually.BecomesAsync(async () => await HeadAsync(store) > 40, TimeSpan.FromSeconds(60), "some appends");
            await CrashAsync(dataSource);
            await appending;

            var verdict = await LogAudit.VerifyAsync(dataSource, [], Cancellation);
            (verdict.Position, verdict.Reason).ShouldBe((8 * 60, null));
        }

        Directory.Delete(directory, recursive: true);
    }

    private static PostgresEventStoreOptions Options() => new() { Types = new EventTypes().Add<TokenWritten>("worker.token_written.v1") };

    private static async Task WritingAsync(WorkerProcess killed, WorkerProcess second, WorkerProcess third)
    {
        await killed.SomeWritten.WaitAsync(TimeSpan.FromSeconds(120), Cancellation);
        killed.Kill();
        await killed.ExitAsync(Cancellation);
        (await second.ExitAsync(Cancellation)).ShouldBe(0);
        (await third.ExitAsync(Cancellation)).ShouldBe(0);
    }

    private static async Task AppendAllAsync(PostgresEventStore store, string stream)
    {
        for (var version = 0; version < 60; version++)
        {
            var append = new Append([new StreamAppend(stream, version, [new TokenWritten($"{stream}-{version}")])], new EventMetadata("crash"));
            await store.AppendAsync(append, Cancellation);
        }
    }

    private static async Task<long> HeadAsync(PostgresEventStore store) => await store.GetHeadPositionAsync(Cancellation);

    /// <summary>A backend that is killed makes the server drop all connections at once and recover from its log.</summary>
    private static async Task CrashAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand(
            $"SELECT pid FROM pg_stat_activity WHERE application_name = '{LogCommitter.ApplicationName}'");
        var pid = (int)(await command.ExecuteScalarAsync(Cancellation))!;
        using var backend = System.Diagnostics.Process.GetProcessById(pid);
        backend.Kill();
    }
}
