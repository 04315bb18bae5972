using Npgsql;
using YouthPlatform.EventStore.Copy;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.LocalServers;

// Moves databases between the stores. Arguments: the store to move to (npgsql or marten), then either
// "--directory D database..." for the private server of a local platform, or connection strings, each of a database.
if (args is not [LogLayout.Npgsql or LogLayout.Marten, _, ..])
{
    await Console.Error.WriteLineAsync("Usage: npgsql|marten (--directory <server's directory> <database>... | <connection string>...)");
    return 2;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
try
{
    var isLocal = args[1] == "--directory";
    await using var server = isLocal ? await PostgresServer.StartAsync(new(args[2]), stopping.Token) : null;
    foreach (var connectionString in isLocal ? args[3..].Select(server!.ConnectionString) : args[1..])
    {
        await new StoreCopy(connectionString, Console.Out.WriteLine).RunAsync(args[0], stopping.Token);
    }

    return 0;
}
catch (Exception e) when (e is CopyException or LocalServerException or NpgsqlException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Nothing that was not reported as moved has changed.");
    return 1;
}
