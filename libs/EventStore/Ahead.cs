using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace YouthPlatform.EventStore;

internal static class Ahead
{
    /// <summary>Reads on another thread what the caller will ask for next.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="source">Where from.</param>
    /// <param name="count">Most items that wait to be asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<T> source, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(count) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => PumpAsync(source, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task PumpAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken))
            {
                await writer.WriteAsync(item, cancellationToken);
            }

            writer.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, the caller gets it when everything before has been given.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            writer.Complete(exception);
        }
    }
}
