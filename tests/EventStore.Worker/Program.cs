using System.Globalization;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Worker;

// Appends to shared streams as a process of its own until it has done its share or is killed.
// Arguments: connection string, name, appends. Output, a line each: "written {token} {position}" or "refused {token}".
var (name, share) = (args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
await using var dataSource = EventLogDataSource.Create(args[0]);
var options = new PostgresEventStoreOptions { Types = new EventTypes().Add<TokenWritten>("worker.token_written.v1") };
await using var store = new PostgresEventStore(dataSource, options, TimeProvider.System, []);
var next = 0;
await Task.WhenAll(Enumerable.Range(0, 4).Select(async caller =>
{
    for (var number = Interlocked.Increment(ref next); number <= share; number = Interlocked.Increment(ref next))
    {
        var token = $"{name}-{number}";
        var stream = $"shared-{(caller + number) % 5}";
        try
        {
            var version = (await store.LoadAsync(stream, CancellationToken.None)).Version;
            var append = new Append([new StreamAppend(stream, version, [new TokenWritten(token)])], new EventMetadata(name));
            var result = await store.AppendAsync(append, CancellationToken.None);
            await Console.Out.WriteLineAsync($"written {token} {result.Position}");
        }
        catch (WrongExpectedVersionException)
        {
            await Console.Out.WriteLineAsync($"refused {token}");
        }
    }
}));
