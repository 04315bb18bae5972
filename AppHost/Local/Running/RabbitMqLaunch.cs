using Aspire.Hosting.ApplicationModel;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

internal sealed class RabbitMqLaunch(RabbitMQServerResource resource) : ILaunch
{
    public string Type => "rabbitmq";

    public string LogFile => Path.Combine(resource.Directory, "rabbitmq.log");

    public async Task<IInstance> StartAsync(CancellationToken cancellationToken)
    {
        var server = await RabbitMqServer.StartAsync(
            new(resource.Directory) { Port = PortOf("tcp"), ManagementPort = PortOf("management") }, cancellationToken);
        resource.Address = server.ConnectionString();
        return new Instance(server);
    }

    private int? PortOf(string endpoint) => resource.Endpoints.Find(candidate => candidate.Name == endpoint)?.AllocatedPort;

    private sealed class Instance(RabbitMqServer server) : IInstance
    {
        public int Pid => server.Pid;

        public Task Exited => server.Exited;

        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(!server.Exited.IsCompleted);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
