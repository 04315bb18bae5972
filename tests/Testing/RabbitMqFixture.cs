using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace YouthPlatform.Testing;

/// <summary>
/// A real RabbitMQ for the tests of an assembly: <c>[assembly: AssemblyFixture(typeof(RabbitMqFixture))]</c>, then take it in
/// the constructor. It is the broker of <c>YOUTH_TEST_RABBITMQ</c> (amqp address) and <c>YOUTH_TEST_RABBITMQ_MANAGEMENT</c> (http address
/// with user and password), else a private one, which takes some seconds to start.
/// </summary>
public sealed class RabbitMqFixture : IAsyncLifetime
{
    /// <summary>Variable that names a broker to use instead of a private one.</summary>
    public const string Variable = "YOUTH_TEST_RABBITMQ";

    /// <summary>Variable that names the management API of that broker.</summary>
    public const string ManagementVariable = "YOUTH_TEST_RABBITMQ_MANAGEMENT";

    private readonly List<string> _virtualHosts = [];
    private RunningServer? _server;
    private HttpClient? _management;

    /// <summary>The management API as an administrator, for looking into queues.</summary>
    public HttpClient Management => _management ?? throw new InvalidOperationException("The fixture has not started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var management = Environment.GetEnvironmentVariable(ManagementVariable);
        if (string.IsNullOrEmpty(given))
        {
            _server = await TestServers.StartRabbitMqAsync();
        }
        else if (string.IsNullOrEmpty(management))
        {
            throw new InvalidOperationException($"{Variable} is set, so {ManagementVariable} is needed too.");
        }
        else
        {
            _server = new(given, new(management), null);
        }

        var uri = _server.Management!;
        _management = new() { BaseAddress = new(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)) };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)));
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Creates an empty virtual host for one test or class.</summary>
    /// <returns>Its amqp address with user and password.</returns>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"test-{Guid.CreateVersion7():N}";
        using var response = await Management.PutAsJsonAsync($"api/vhosts/{name}", new { default_queue_type = "classic" });
        response.EnsureSuccessStatusCode();
        lock (_virtualHosts)
        {
            _virtualHosts.Add(name);
        }

        return new UriBuilder(_server!.Address) { Path = name }.Uri.AbsoluteUri;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            return;
        }

        if (_server.Lifetime is { } lifetime)
        {
            await lifetime.DisposeAsync();
        }
        else
        {
            foreach (var name in _virtualHosts)
            {
                using var response = await Management.DeleteAsync(new Uri($"api/vhosts/{name}", UriKind.Relative));
                response.EnsureSuccessStatusCode();
            }
        }

        _management?.Dispose();
    }
}
