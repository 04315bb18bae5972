using System.Globalization;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Tests.Servers;

public sealed class RabbitMqServerTests
{
    private const string LoopbackV4 = "0100007F:";
    private const string LoopbackV6 = "00000000000000000000000001000000:";

    [Fact]
    public async Task EveryListenerIsOnTheLoopbackAndGoesWithTheServer()
    {
        using var directory = new TemporaryDirectory();
        var server = await RabbitMqServer.StartAsync(new(directory.Root), TestContext.Current.CancellationToken);
        var identity = ProcessIdentity.Of(server.Pid).ShouldNotBeNull();
        var epmd = ProcessIdentity.Read(directory.Sub("epmd.pid")).ShouldNotBeNull();
        string[] listeners = [.. ListenersOf(server.Pid), .. ListenersOf(epmd.Pid)];

        await server.DisposeAsync();

        listeners.Count(address => address.StartsWith(LoopbackV4, StringComparison.Ordinal)).ShouldBe(4);
        listeners.ShouldAllBe(address => address.StartsWith(LoopbackV4, StringComparison.Ordinal) || address.StartsWith(LoopbackV6, StringComparison.Ordinal));
        identity.IsAlive.ShouldBeFalse();
        epmd.IsAlive.ShouldBeFalse();
        listeners.ShouldAllBe(address => LoopbackPorts.IsFree(PortOf(address)));
    }

    private static int PortOf(string address) => int.Parse(address.Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string[] ListenersOf(int pid)
    {
        var sockets = Directory.EnumerateFiles($"/proc/{pid}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target[8..^1])
            .ToHashSet();
        return [.. File.ReadAllLines("/proc/net/tcp").Concat(File.ReadAllLines("/proc/net/tcp6"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == "0A" && sockets.Contains(fields[9]))
            .Select(fields => fields[1])];
    }
}
