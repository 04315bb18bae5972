using Npgsql;

namespace YouthPlatform.LocalServers;

/// <summary>How to run a private PostgreSQL.</summary>
/// <param name="Directory">Directory of this server alone; made when missing.</param>
public sealed record PostgresServerOptions(string Directory)
{
    /// <summary>Port on 127.0.0.1; a free one when null.</summary>
    public int? Port { get; init; }

    /// <summary>Connections that the server accepts.</summary>
    public int MaxConnections { get; init; } = 300;

    /// <summary>
    /// Whether a commit outlives the loss of power. Without it, it still outlives the end of every process: what tests ask for, in less time.
    /// </summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>How long a start may take.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>
/// A private PostgreSQL of the machine's own Debian package, on 127.0.0.1 only, with durable commits. It refuses to run as
/// root, so under root it runs as the package's user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Mark = "postgres.pid";
    private const string User = "postgres";

    private readonly ChildProcess _process;
    private readonly ServerDirectory _directory;
    private readonly string _password;

    private PostgresServer(ChildProcess process, ServerDirectory directory, int port, string password)
    {
        _process = process;
        _directory = directory;
        _password = password;
        Port = port;
    }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Process id of the postmaster.</summary>
    public int Pid => _process.Pid;

    /// <summary>File with the server's output.</summary>
    public string LogFile => _directory.LogFile;

    /// <summary>Completes when the server has ended, for whatever reason.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Starts the server on its directory, which is initialised first when it is empty; ends what a crashed predecessor left.</summary>
    /// <exception cref="LocalServerException">PostgreSQL is missing or did not start; the message says what to do.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var programs = Debian.PostgresPrograms();
        var directory = new ServerDirectory(options.Directory, "postgres");
        await directory.EndPredecessorAsync(Mark, Signal.Interrupt);
        var password = directory.Secret("password");
        var cluster = await PostgresCluster.EnsureAsync(programs, directory, password);
        var port = options.Port ?? LoopbackPorts.FindFree();

        var process = await ChildProcess.StartAsync(new(Path.Combine(programs, "postgres"), Arguments(cluster, port, options), directory.LogFile)
        {
            Environment = PostgresCluster.Environment,
            InheritEnvironment = false,
            WorkingDirectory = "/",
            Privileges = PostgresCluster.Privileges,
            StopSignal = Signal.Interrupt,
        });
        directory.Mark(Mark, process);
        var server = new PostgresServer(process, directory, port, password);
        try
        {
            await Readiness.WaitAsync("PostgreSQL", process, directory, options.StartTimeout, server.AnswersAsync, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connection string of a database of this server; it need not exist yet.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = _password,
        Database = database,
    }.ConnectionString;

    /// <summary>Creates a database unless it exists.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            var name = database.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Stops the server: open transactions are rolled back, a checkpoint is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
        File.Delete(_directory.Sub(Mark));
    }

    private static string[] Arguments(string cluster, int port, PostgresServerOptions options)
    {
        var sync = options.IsDurable ? "on" : "off";
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={port}", "unix_socket_directories=", $"max_connections={options.MaxConnections}",
            $"fsync={sync}", "synchronous_commit=on", $"full_page_writes={sync}", "shared_buffers=128MB", "timezone=UTC", "log_timezone=UTC",
            "log_line_prefix=%m [%p] %d ", "idle_in_transaction_session_timeout=5min",
        ];
        return ["-D", cluster, .. settings.SelectMany(setting => new[] { "-c", setting })];
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false, Timeout = 5 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
