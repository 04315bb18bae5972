using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace YouthPlatform.LocalServers;

/// <summary>How to run a private RabbitMQ.</summary>
/// <param name="Directory">Directory of this broker alone; made when missing.</param>
public sealed record RabbitMqServerOptions(string Directory)
{
    /// <summary>AMQP port on 127.0.0.1; a free one when null.</summary>
    public int? Port { get; init; }

    /// <summary>Port of the management API on 127.0.0.1; a free one when null.</summary>
    public int? ManagementPort { get; init; }

    /// <summary>How long a start may take.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(90);
}

/// <summary>
/// A private RabbitMQ of the machine's own Debian package with the management API: one node, its own port mapper, every
/// listener on 127.0.0.1 only.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Mark = "rabbitmq.pid";
    private const string EpmdMark = "epmd.pid";
    private const string User = "youth";

    private readonly ChildProcess _epmd;
    private readonly ChildProcess _process;
    private readonly ServerDirectory _directory;
    private readonly string _password;
    private readonly HttpClient _management;

    private RabbitMqServer(ChildProcess epmd, ChildProcess process, ServerDirectory directory, RabbitMqPorts ports, string password)
    {
        _epmd = epmd;
        _process = process;
        _directory = directory;
        _password = password;
        Port = ports.Amqp;
        ManagementUri = new($"http://{User}:{password}@127.0.0.1:{ports.Management}/");
        _management = new() { BaseAddress = new($"http://127.0.0.1:{ports.Management}/"), Timeout = TimeSpan.FromSeconds(5) };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}"));
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>AMQP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The management API, with the user and the password in it.</summary>
    public Uri ManagementUri { get; }

    /// <summary>Process id of the broker.</summary>
    public int Pid => _process.Pid;

    /// <summary>File with the broker's output.</summary>
    public string LogFile => _directory.LogFile;

    /// <summary>Completes when the broker has ended, for whatever reason.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Starts the broker on its directory; ends what a crashed predecessor left.</summary>
    /// <exception cref="LocalServerException">RabbitMQ is missing or did not start; the message says what to do.</exception>
    public static async Task<RabbitMqServer> StartAsync(RabbitMqServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var program = Debian.RabbitMqServer();
        var directory = new ServerDirectory(options.Directory, "rabbitmq");
        await directory.EndPredecessorAsync(Mark, Signal.Terminate);
        await directory.EndPredecessorAsync(EpmdMark, Signal.Terminate);
        var password = directory.Secret("password");
        var ports = RabbitMqPorts.Choose(options);
        var environment = RabbitMqFiles.Write(directory, ports, User, password);

        var epmd = await LaunchAsync(
            Debian.Epmd(), ["-port", ports.Epmd.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"], directory, environment);
        directory.Mark(EpmdMark, epmd);
        var process = await LaunchAsync(program, [], directory, environment);
        directory.Mark(Mark, process);
        var server = new RabbitMqServer(epmd, process, directory, ports, password);
        try
        {
            await Readiness.WaitAsync("RabbitMQ", process, directory, options.StartTimeout, server.AnswersAsync, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>AMQP address of a virtual host of this broker.</summary>
    /// <param name="virtualHost">Its name; null for the default one.</param>
    public string ConnectionString(string? virtualHost = null) =>
        $"amqp://{User}:{_password}@127.0.0.1:{Port}/{(virtualHost is null ? "" : Uri.EscapeDataString(virtualHost))}";

    /// <summary>Stops the broker.</summary>
    public async ValueTask DisposeAsync()
    {
        _management.Dispose();
        await _process.StopAsync(TimeSpan.FromSeconds(30));
        await _epmd.StopAsync(TimeSpan.FromSeconds(5));
        _process.Dispose();
        _epmd.Dispose();
        File.Delete(_directory.Sub(Mark));
        File.Delete(_directory.Sub(EpmdMark));
    }

    private static Task<ChildProcess> LaunchAsync(
        string program, IReadOnlyList<string> arguments, ServerDirectory directory, IReadOnlyDictionary<string, string> environment) =>
        ChildProcess.StartAsync(new(program, arguments, directory.LogFile)
        {
            Environment = environment,
            InheritEnvironment = false,
            WorkingDirectory = directory.Root,
        });

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _management.GetAsync(
                new Uri($"api/health/checks/port-listener/{Port}", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
