using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

internal static class PortAllocation
{
    /// <summary>Gives every endpoint its port, which it keeps over restarts.</summary>
    /// <exception cref="DistributedApplicationException">A wanted port is in use; the message says by whom.</exception>
    public static void Allocate(IEnumerable<Resource> resources)
    {
        var given = new HashSet<int>();
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Endpoints)
            {
                endpoint.AllocatedPort = endpoint.Port is { } wanted ? Require(wanted, resource.Name) : FindFree(given);
                given.Add(endpoint.AllocatedPort.Value);
            }
        }
    }

    /// <summary>Makes sure that a port can be listened on.</summary>
    public static int Require(int port, string what) => LoopbackPorts.IsFree(port)
        ? port
        : throw new DistributedApplicationException(
            $"Port {port} of {what} is in use by {PortOwner.Describe(port)}. Stop that program, or choose another port.");

    private static int FindFree(HashSet<int> given)
    {
        var port = LoopbackPorts.FindFree();
        while (given.Contains(port))
        {
            port = LoopbackPorts.FindFree();
        }

        return port;
    }
}
