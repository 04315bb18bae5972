namespace YouthPlatform.LocalServers;

/// <summary>Where Debian's packages put the servers.</summary>
internal static class Debian
{
    /// <summary>Directory of the newest PostgreSQL's programs.</summary>
    /// <exception cref="LocalServerException">PostgreSQL is not installed.</exception>
    public static string PostgresPrograms()
    {
        const string root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root)
            ? Directory.EnumerateDirectories(root)
                .Where(directory => File.Exists(Path.Combine(directory, "bin", "postgres")))
                .OrderByDescending(directory => int.TryParse(Path.GetFileName(directory), out var version) ? version : 0)
                .FirstOrDefault()
            : null;
        return newest is null ? throw Missing("PostgreSQL", "postgresql") : Path.Combine(newest, "bin");
    }

    /// <summary>The broker's own start script, not the wrapper that changes the user.</summary>
    /// <exception cref="LocalServerException">RabbitMQ is not installed.</exception>
    public static string RabbitMqServer() => Require("/usr/lib/rabbitmq/bin/rabbitmq-server", "RabbitMQ", "rabbitmq-server");

    /// <summary>Erlang's port mapper.</summary>
    /// <exception cref="LocalServerException">Erlang is not installed.</exception>
    public static string Epmd() => Require("/usr/bin/epmd", "Erlang", "rabbitmq-server");

    private static string Require(string path, string what, string package) =>
        File.Exists(path) ? path : throw Missing(what, package);

    private static LocalServerException Missing(string what, string package) =>
        new($"{what} is not installed. Run: apt-get install -y --no-install-recommends {package}");
}
