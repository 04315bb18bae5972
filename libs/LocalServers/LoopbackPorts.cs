using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace YouthPlatform.LocalServers;

/// <summary>TCP ports of 127.0.0.1 for servers, all below the range from which the kernel takes ports of outgoing connections.</summary>
public static class LoopbackPorts
{
    private const int First = 20_000;
    private const int AfterLast = 32_000;

    /// <summary>Finds a port that nothing listens on now.</summary>
    /// <exception cref="LocalServerException">No port was found after many tries.</exception>
    public static int FindFree()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new LocalServerException($"No free TCP port between {First} and {AfterLast} on 127.0.0.1; stop some servers and try again.");
    }

    /// <summary>Whether a server could listen on the port.</summary>
    /// <param name="port">TCP port, 1 to 65535.</param>
    public static bool IsFree(int port)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        if (Array.Exists(taken, endpoint => endpoint.Port == port))
        {
            return false;
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
