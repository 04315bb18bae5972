using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Bench;

/// <summary>Reporting's log and tables in a database, without the service around them.</summary>
internal sealed class ReportingLog : IAsyncDisposable
{
    private static readonly EventMetadata Metadata = new("bench");

    private readonly IHost _host;

    private ReportingLog(IHost host) => _host = host;

    public NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    public IEventStore Store => _host.Services.GetRequiredService<IEventStore>();

    public ProjectionRebuilder Rebuilder => _host.Services.GetRequiredService<ProjectionRebuilder>();

    /// <summary>Opens it, with the figures settled in each commit or only by a rebuild.</summary>
    public static async Task<ReportingLog> OpenAsync(string database, Definitions definitions, bool settles)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddPostgresEventStore(options =>
        {
            options.ConnectionString = database;
            options.Types = StoredEvents.Types;
            options.InlineProjections.Add(new FormProjection());
            if (settles)
            {
                options.InlineProjections.Add(new IndicatorProjection(definitions.Engine));
            }
        });
        builder.Services.AddSubscription<Idle>();
        var host = builder.Build();
        await host.StartAsync();
        return new ReportingLog(host);
    }

    /// <summary>Appends facts, so many in a commit and so many commits asked for at once.</summary>
    public Task AppendAsync(RandomYear year, int from, int to, int together, int callers) => Parallel.ForEachAsync(
        Enumerable.Range(from, to - from).Chunk(together),
        new ParallelOptions { MaxDegreeOfParallelism = callers },
        async (numbers, cancellationToken) =>
        {
            StreamAppend[] facts = [.. numbers.Select(number => new StreamAppend($"fact-{number}", 0, [year.Fact(number)]))];
            await Store.AppendAsync(new Append(facts, Metadata), cancellationToken);
        });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class Idle : ISubscription<RecordedEvent>
    {
        public string Name => "idle";

        public Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
