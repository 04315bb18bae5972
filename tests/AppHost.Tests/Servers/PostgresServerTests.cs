using Npgsql;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Tests.Servers;

public sealed class PostgresServerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DataOutlivesTheServer()
    {
        using var directory = new TemporaryDirectory();
        await using (var server = await PostgresServer.StartAsync(new(directory.Root), Cancelled))
        {
            await server.EnsureDatabaseAsync("ledger", Cancelled);
            await server.EnsureDatabaseAsync("ledger", Cancelled);
            await ExecuteAsync(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        await using var again = await PostgresServer.StartAsync(new(directory.Root), Cancelled);

        (await ExecuteAsync(again, "SELECT answer FROM kept")).ShouldBe(42);
        (await ExecuteAsync(again, "SELECT current_setting('fsync') || current_setting('synchronous_commit')")).ShouldBe("onon");
    }

    [Fact]
    public async Task ASuccessorEndsWhatACrashedOwnerLeft()
    {
        using var directory = new TemporaryDirectory();
        await using var first = await PostgresServer.StartAsync(new(directory.Root), Cancelled);
        await first.EnsureDatabaseAsync("ledger", Cancelled);

        await using var second = await PostgresServer.StartAsync(new(directory.Root), Cancelled);

        first.Exited.IsCompleted.ShouldBeTrue();
        (await ExecuteAsync(second, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task TheDataMayLieBelowADirectoryThatIsClosedToOthers()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Sub("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var server = await PostgresServer.StartAsync(new(directory.Sub("closed/server")), Cancelled);

        await server.EnsureDatabaseAsync("ledger", Cancelled);
        (await ExecuteAsync(server, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task StoppingLeavesNoProcess()
    {
        using var directory = new TemporaryDirectory();
        var server = await PostgresServer.StartAsync(new(directory.Root), Cancelled);
        var identity = ProcessIdentity.Of(server.Pid).ShouldNotBeNull();

        await server.DisposeAsync();

        identity.IsAlive.ShouldBeFalse();
        LoopbackPorts.IsFree(server.Port).ShouldBeTrue();
    }

    [Fact]
    public async Task AStartThatFailsQuotesTheLog()
    {
        using var directory = new TemporaryDirectory();
        await using var first = await PostgresServer.StartAsync(new(directory.Sub("first")), Cancelled);

        var failure = await Should.ThrowAsync<LocalServerException>(
            () => PostgresServer.StartAsync(new(directory.Sub("second")) { Port = first.Port }, Cancelled));

        failure.Message.ShouldContain("Address already in use");
        failure.Message.ShouldContain(directory.Sub("second"));
    }

    private static async Task<object?> ExecuteAsync(PostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("ledger") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
