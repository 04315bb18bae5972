using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Runs a subscription for each active subscriber, and stops it when the subscriber is paused, ends or changes.</summary>
internal sealed partial class SubscriberRunners(
    SubscriberTable table, Deliveries deliveries, AttemptLog attempts, SubscriberOptions options, IServiceProvider services, ILogger<SubscriberRunners> logger)
    : BackgroundService
{
    private readonly Dictionary<string, Running> _running = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.PollInterval);
        try
        {
            do
            {
                await TryFollowAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
        finally
        {
            await Task.WhenAll(_running.Values.Select(running => running.DisposeAsync().AsTask()));
        }
    }

    private async Task TryFollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync(await table.ListAsync(cancellationToken), cancellationToken);
        }
#pragma warning disable CA1031 // The database may be away; the subscribers that run go on, and the next look comes soon.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LookFailed(e);
        }
    }

    private async Task FollowAsync(List<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        var wanted = subscribers.Where(subscriber => subscriber.State == SubscriberState.Active).ToDictionary(subscriber => subscriber.Name, StringComparer.Ordinal);
        foreach (var (name, running) in _running.Where(pair => !wanted.TryGetValue(pair.Key, out var now) || now.ChangedAt != pair.Value.Subscriber.ChangedAt).ToList())
        {
            _running.Remove(name);
            await running.DisposeAsync();
        }

        foreach (var subscriber in wanted.Values.Where(subscriber => !_running.ContainsKey(subscriber.Name)))
        {
            var running = Make(subscriber);
            _running.Add(subscriber.Name, running);
            await running.Runner.StartAsync(cancellationToken);
        }
    }

    private Running Make(Subscriber subscriber)
    {
        var delivery = deliveries.To(subscriber);
        return new(subscriber, services.CreateRunner(new SubscriberSubscription(subscriber, delivery, table, attempts, options)), delivery);
    }

    [LoggerMessage(LogLevel.Warning, "The subscribers of the feed could not be looked at")]
    private partial void LookFailed(Exception exception);

    private sealed record Running(Subscriber Subscriber, IHostedService Runner, IDelivery Delivery) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Runner.StopAsync(CancellationToken.None);
            (Runner as IDisposable)?.Dispose();
            await Delivery.DisposeAsync();
        }
    }
}
