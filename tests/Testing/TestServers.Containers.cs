#if USE_TESTCONTAINERS
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace YouthPlatform.Testing;

/// <summary>Servers of this test process in containers.</summary>
internal static class TestServers
{
    private const int ManagementPort = 15672;

    public static async Task<RunningServer> StartPostgresAsync()
    {
        var container = new PostgreSqlBuilder("postgres:15").WithDatabase("postgres").Build();
        await container.StartAsync();
        return new(container.GetConnectionString(), null, container);
    }

    public static async Task<RunningServer> StartRabbitMqAsync()
    {
        var container = new RabbitMqBuilder("rabbitmq:3.10-management")
            .WithUsername("youth")
            .WithPassword("youth")
            .WithPortBinding(ManagementPort, assignRandomHostPort: true)
            .Build();
        await container.StartAsync();
        var management = new Uri($"http://youth:youth@{container.Hostname}:{container.GetMappedPublicPort(ManagementPort)}/");
        return new(container.GetConnectionString(), management, container);
    }
}
#endif
