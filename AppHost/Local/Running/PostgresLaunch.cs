using Aspire.Hosting.ApplicationModel;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

internal sealed class PostgresLaunch(PostgresServerResource resource) : ILaunch
{
    public string Type => "postgres";

    public string LogFile => Path.Combine(resource.Directory, "postgres.log");

    public async Task<IInstance> StartAsync(CancellationToken cancellationToken)
    {
        var port = resource.Endpoints.Single().AllocatedPort;
        var server = await PostgresServer.StartAsync(new(resource.Directory) { Port = port }, cancellationToken);
        foreach (var database in resource.Databases)
        {
            await server.EnsureDatabaseAsync(database.DatabaseName, cancellationToken);
        }

        resource.ConnectionStringOf = server.ConnectionString;
        return new Instance(server);
    }

    private sealed class Instance(PostgresServer server) : IInstance
    {
        public int Pid => server.Pid;

        public Task Exited => server.Exited;

        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(!server.Exited.IsCompleted);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
