using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Amqp;

namespace YouthPlatform.ServiceDefaults.Feeds.Combined;

/// <summary>
/// Takes one service's stream into the combined log. The log knows how far it is, so it does not matter when this ends, how often it begins again, or
/// whether another process does the same.
/// </summary>
internal sealed partial class StreamFollower(CombinedLog log, string address, ServiceIdentity source, ILogger logger)
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var fromStart = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(fromStart, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (MissingEventsException e)
            {
                // Offsets and positions went apart: what is missing stands before.
                Interrupted(e, source.Name);
                fromStart = true;
            }
#pragma warning disable CA1031 // Broker or database are away; nothing is lost, so it goes on when they are back.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Interrupted(e, source.Name);
                fromStart = false;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(bool fromStart, CancellationToken cancellationToken)
    {
        var known = await log.PositionOfAsync(source.Source, cancellationToken);
        await using var stream = await StreamConsumer.OpenAsync(
            address, $"combined feed of {source.Name}", FeedQueue.StreamOf(source.Name), fromStart ? 0 : known, cancellationToken);
        while (true)
        {
            var messages = await stream.ReadAsync(MostAtOnce, cancellationToken);
            await log.AppendAsync(source.Source, [.. messages.Select(message => CloudEventReader.Read(message.Body))], cancellationToken);
            await stream.AcknowledgeAsync(messages[^1].Tag, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The combined feed goes on with {Source} in a moment")]
    private partial void Interrupted(Exception exception, string source);
}
