using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>A TCP proxy in front of PostgreSQL that cuts connections at chosen moments.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Task _accepting;
    private Func<string, bool>? _losesRequest;
    private Func<string, bool>? _losesAnswer;

    internal FaultyProxy(string connectionString)
    {
        _server = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>Whether new connections are cut at once.</summary>
    internal bool IsDown { get; set; }

    /// <summary>Runs once before the next new connection is let through.</summary>
    internal Func<Task>? BeforeNextConnection { get; set; }

    /// <summary>The next request that contains a text never arrives, and its connection is cut.</summary>
    internal void LoseRequest(string text) => _losesRequest = request => request.Contains(text, StringComparison.Ordinal);

    /// <summary>The next request that contains a text arrives, but its connection is cut before the answer does.</summary>
    internal void LoseAnswer(string text) => _losesAnswer = request => request.Contains(text, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            if (IsDown)
            {
                return;
            }

            var before = BeforeNextConnection;
            BeforeNextConnection = null;
            await (before?.Invoke() ?? Task.CompletedTask);
            using var server = new TcpClient();
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, cut.Token);
                var link = new Link(client.GetStream(), server.GetStream());
                await Task.WhenAny(RequestsAsync(link, cut.Token), AnswersAsync(link, cut.Token));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
            }

            await cut.CancelAsync();
        }
    }

    private async Task RequestsAsync(Link link, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (await link.Client.ReadAsync(buffer, cancellationToken) is > 0 and var length)
        {
            var request = Encoding.Latin1.GetString(buffer, 0, length);
            if (_losesRequest?.Invoke(request) == true)
            {
                _losesRequest = null;
                return;
            }

            if (_losesAnswer?.Invoke(request) == true)
            {
                _losesAnswer = null;
                link.LosesAnswer = true;
            }

            await link.Server.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
    }

    private static async Task AnswersAsync(Link link, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (await link.Server.ReadAsync(buffer, cancellationToken) is > 0 and var length && !link.LosesAnswer)
        {
            await link.Client.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
    }

    private sealed class Link(NetworkStream client, NetworkStream server)
    {
        internal NetworkStream Client { get; } = client;

        internal NetworkStream Server { get; } = server;

        internal volatile bool LosesAnswer;
    }
}
