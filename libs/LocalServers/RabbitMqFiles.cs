using System.Globalization;

namespace YouthPlatform.LocalServers;

/// <summary>The four ports of a private broker.</summary>
internal sealed record RabbitMqPorts(int Amqp, int Management, int Distribution, int Epmd)
{
    public static RabbitMqPorts Choose(RabbitMqServerOptions options) => new(
        options.Port ?? LoopbackPorts.FindFree(),
        options.ManagementPort ?? LoopbackPorts.FindFree(),
        LoopbackPorts.FindFree(),
        LoopbackPorts.FindFree());
}

/// <summary>The files and variables that keep a private broker out of the machine's own directories.</summary>
internal static class RabbitMqFiles
{
    /// <summary>Writes the configuration; returns the whole environment of the broker.</summary>
    public static IReadOnlyDictionary<string, string> Write(ServerDirectory directory, RabbitMqPorts ports, string user, string password)
    {
        var home = Directory.CreateDirectory(directory.Sub("home")).FullName;
        WriteCookie(directory, Path.Combine(home, ".erlang.cookie"));
        File.WriteAllText(directory.Sub("rabbitmq-env.conf"), "");
        File.WriteAllText(directory.Sub("enabled_plugins"), "[rabbitmq_management].\n");
        ServerDirectory.WriteSecret(directory.Sub("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{ports.Amqp}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ports.Management}
            default_user = {user}
            default_pass = {password}
            log.console = true
            log.console.level = warning
            log.file = false
            disk_free_limit.absolute = 256MB

            """);
        return new Dictionary<string, string>
        {
            ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin",
            ["LANG"] = "C.UTF-8",
            ["HOME"] = home,
            ["RABBITMQ_NODENAME"] = "youth@localhost",
            ["RABBITMQ_CONF_ENV_FILE"] = directory.Sub("rabbitmq-env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = directory.Sub("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = directory.Sub("enabled_plugins"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = directory.Sub("config"),
            ["RABBITMQ_MNESIA_BASE"] = directory.Sub("mnesia"),
            ["RABBITMQ_LOG_BASE"] = directory.Sub("logs"),
            ["RABBITMQ_PID_FILE"] = directory.Sub("broker.pid"),
            ["RABBITMQ_DIST_PORT"] = ports.Distribution.ToString(CultureInfo.InvariantCulture),
            // No busy waiting: the schedulers of an idle broker would take a core from everyone else.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
            ["ERL_EPMD_PORT"] = ports.Epmd.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // The start script becomes the broker itself, which then handles the stop signal.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
    }

    private static void WriteCookie(ServerDirectory directory, string path)
    {
        if (!File.Exists(path))
        {
            ServerDirectory.WriteSecret(path, directory.Secret("cookie"));
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        }
    }
}
