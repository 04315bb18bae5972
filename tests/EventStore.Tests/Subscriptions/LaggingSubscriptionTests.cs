using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Subscriptions;

/// <summary>A writer that outruns a subscription fills the log, not the memory.</summary>
public sealed class LaggingSubscriptionTests(PostgresFixture postgres)
{
    private const int Events = 12_000;

    [Fact]
    public async Task WhatALaggingSubscriptionHoldsDoesNotGrowWithItsLag()
    {
        var slow = new SlowReader();
        await using var service = await TestService.StartAsync(await postgres.CreateDatabaseAsync(), services =>
        {
            services.AddSingleton(slow);
            services.AddSubscription<SlowReader>();
        });

        for (var written = 0; written < Events; written += 1_000)
        {
            await service.Store.TickAsync(written, 1_000);
        }

        slow.Release();
        await Eventually.BecomesAsync(() => slow.Handled == Events, TimeSpan.FromSeconds(60), "the subscription has caught up");

        slow.LargestBatch.ShouldBeLessThanOrEqualTo(Events / 4);
        slow.MostHeld.ShouldBeLessThanOrEqualTo(2 * slow.LargestBatch);
    }

    /// <summary>Waits with the first events in hand; then counts, batch by batch, how many events of earlier ones are still in memory.</summary>
    private sealed class SlowReader : ISubscription<RecordedEvent>
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<WeakReference> _seen = [];

        public string Name => "slow-reader";

        public int Handled { get; private set; }

        public int LargestBatch { get; private set; }

        public int MostHeld { get; private set; }

        public void Release() => _released.SetResult();

        public async Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken)
        {
            await _released.Task.WaitAsync(cancellationToken);
            GC.Collect();
            MostHeld = Math.Max(MostHeld, _seen.Count(seen => seen.IsAlive));
            LargestBatch = Math.Max(LargestBatch, batch.Events.Count);
            _seen.AddRange(batch.Events.Select(recorded => new WeakReference(recorded)));
            Handled += batch.Events.Count;
        }
    }
}
