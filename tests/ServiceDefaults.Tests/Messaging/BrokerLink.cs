using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

/// <summary>The network between a service and the broker; it can be cut and mended.</summary>
internal sealed class BrokerLink : IAsyncDisposable
{
    private readonly Uri _broker;
    private readonly int _port;
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    public BrokerLink(string broker)
    {
        _broker = new Uri(broker);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>The broker's address through this link.</summary>
    public string Address => new UriBuilder(_broker) { Host = "127.0.0.1", Port = _port }.Uri.AbsoluteUri;

    public async Task CutAsync()
    {
        _listener?.Dispose();
        _listener = null;
        await _accepting;
        while (_open.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync() => await CutAsync();

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(_broker.Host, _broker.Port);
                _open.Add(near);
                _open.Add(far);
                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The link was cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
