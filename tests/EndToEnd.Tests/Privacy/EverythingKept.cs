using Npgsql;

namespace YouthPlatform.EndToEnd.Tests.Privacy;

/// <summary>All that the platform has written anywhere: tables, messages, logs, traces.</summary>
/// <param name="data">The platform's data directory.</param>
internal sealed class EverythingKept(string data)
{
    /// <summary>Directory below the data directory that received telemetry is kept in.</summary>
    public const string Telemetry = "telemetry";

    private const int PortLine = 3;

    private const string Databases = "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname";

    private const string Tables =
        """
        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where secrets are found, a line each.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(Secrets secrets) => [.. SearchFiles(secrets), .. await SearchTablesAsync(secrets)];

    /// <summary>Names of the tables in which something is found.</summary>
    public async Task<IReadOnlyList<string>> SearchTablesAsync(Secrets secrets)
    {
        List<string> found = [];
        foreach (var database in await NamesAsync("postgres", Databases))
        {
            foreach (var table in await NamesAsync(database, Tables))
            {
                await using var connection = await OpenAsync(database);
                await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)", Cancel);
                if (secrets.FindIn(rows) is { } secret)
                {
                    found.Add($"{database} {table}: {secret}");
                    await rows.CancelAsync();
                }
            }
        }

        return found;
    }

    /// <summary>Names of the files in which something is found: logs, telemetry, and messages as the broker has written them down.</summary>
    public IReadOnlyList<string> SearchFiles(Secrets secrets)
    {
        List<string> found = [];
        foreach (var file in Files())
        {
            try
            {
                using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                if (secrets.FindIn(bytes) is { } secret)
                {
                    found.Add($"{Path.GetRelativePath(data, file)}: {secret}");
                }
            }
            catch (FileNotFoundException)
            {
                // The broker has meanwhile thrown away what was delivered.
            }
        }

        return found;
    }

    /// <summary>Not the servers' own files of tables, which are read as tables, and no keys.</summary>
    private IEnumerable<string> Files() =>
    [
        .. Directory.EnumerateFiles(data, "*.log", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Path.Combine(data, Telemetry)),
        .. Directory.EnumerateFiles(Path.Combine(data, "messaging", "mnesia"), "*", SearchOption.AllDirectories),
    ];

    private async Task<IReadOnlyList<string>> NamesAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<string> names = [];
        while (await reader.ReadAsync(Cancel))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var port = File.ReadLines(Path.Combine(data, "postgres", "data", "postmaster.pid")).ElementAt(PortLine);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture),
            Username = "postgres",
            Password = (await File.ReadAllTextAsync(Path.Combine(data, "postgres", "password"), Cancel)).Trim(),
            Database = database,
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }
}
