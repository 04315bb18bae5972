using System.Globalization;
using System.Threading.Channels;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Tells listeners on a channel a log's newest position, on a connection of its own and without waiting for the disk: NOTIFY
/// takes a lock that all databases of a server share until its transaction is committed, so within a durable commit it makes the services of a
/// server queue for each other's disk writes. It costs about as much as a small commit, so commits that follow each other within a moment
/// share one. One that is lost is made up for by the listeners' polls.
/// </summary>
internal sealed class LogNotifier : IAsyncDisposable
{
    /// <summary>What operators see in pg_stat_activity.</summary>
    internal const string ApplicationName = "event log notifier";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);

    private readonly Channel<long> _newest = Channel.CreateBounded<long>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly string _channel;
    private readonly KeptConnection _connection;
    private readonly Task _loop;

    /// <summary>Makes a notifier; it connects when there is something to tell.</summary>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="channel">Which log: a channel of <see cref="Subscriptions.LogSignal"/>.</param>
    internal LogNotifier(NpgsqlDataSource dataSource, string channel)
    {
        _channel = channel;
        _connection = new KeptConnection(dataSource, $"SET application_name = '{ApplicationName}'; SET synchronous_commit = off");
        _loop = Task.Run(LoopAsync);
    }

    internal void Signal(long position) => _newest.Writer.TryWrite(position);

    public async ValueTask DisposeAsync()
    {
        _newest.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        await foreach (var position in _newest.Reader.ReadAllAsync())
        {
            // The second attempt is for a connection that broke since the last one.
            if (!await TryNotifyAsync(position))
            {
                await TryNotifyAsync(position);
            }

            await Task.Delay(Moment, TimeProvider.System);
        }
    }

    private async Task<bool> TryNotifyAsync(long position)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", await _connection.OpenAsync());
            command.Parameters.Add(LogCommands.Parameter(_channel));
            command.Parameters.Add(LogCommands.Parameter(position.ToString(CultureInfo.InvariantCulture)));
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (Exception exception) when (exception is PostgresException || Faults.IsOfConnection(exception))
        {
            await _connection.CloseAsync();
            return false;
        }
    }
}
