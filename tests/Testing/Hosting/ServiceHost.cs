using System.Net.Http.Headers;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using YouthPlatform.EventStore;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Testing.Hosting;

/// <summary>
/// A service's real host in the test process, on a database of its own, with a clock that the test sets. Without a broker's
/// address, what is to be sent waits in the public log.
/// </summary>
/// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
public sealed class ServiceHost<TEntry>(string service, string database, string? broker = null) : WebApplicationFactory<TEntry>
    where TEntry : class
{
    // Nothing listens there.
    private const string NoBroker = "amqp://guest:guest@127.0.0.1:1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The business clock; 2023-06-01 09:00 in China at first. It moves only when it is set, and only forward.</summary>
    public FakeTimeProvider Clock { get; init; } = new(new DateTimeOffset(2023, 6, 1, 1, 0, 0, TimeSpan.Zero));

    /// <summary>What the host wrote to its log, for scans for personal data.</summary>
    public LogLines Logged { get; } = new();

    /// <summary>Further settings of the host.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>The service's event log.</summary>
    public IEventStore Store => Services.GetRequiredService<IEventStore>();

    /// <summary>Sets the clock to nine in the morning of a China date.</summary>
    public void SetDate(DateOnly date) => Clock.SetUtcNow(new DateTimeOffset(date.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));

    /// <summary>A client with a token.</summary>
    public ServiceClient As(string subject, string role, string region = "430000", string? unit = null, Guid? person = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", TestIssuer.Token([role], [region], subject, unit, person));
        return new ServiceClient(client);
    }

    /// <summary>With a broker, starts the service and waits until it listens to its queues, since what is published before does not reach it.</summary>
    /// <exception cref="TimeoutException">It does not listen within a minute.</exception>
    public async Task ListenAsync()
    {
        if (broker is not null && await Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Patience) is var status
            && status != BusHealthStatus.Healthy)
        {
            throw new TimeoutException($"The service does not listen to its queues: {status}.");
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting($"ConnectionStrings:{service}", database);
        builder.UseSetting("ConnectionStrings:messaging", broker ?? NoBroker);
        builder.UseSetting("Policies:Directory", Path.Combine(Repository.Root, "seeds"));
        builder.UseSetting("Authentication:Authority", TestIssuer.Issuer);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logged));
        builder.ConfigureTestServices(services =>
        {
            TestIssuer.Accept(services);
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
        });
    }
}
