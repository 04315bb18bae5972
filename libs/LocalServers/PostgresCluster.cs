namespace YouthPlatform.LocalServers;

/// <summary>The data directory of a PostgreSQL server.</summary>
internal static class PostgresCluster
{
    private const string SystemUser = "postgres";

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin",
        ["LANG"] = "C.UTF-8",
        ["TZ"] = "UTC",
    };

    /// <summary>
    /// Root becomes the package's user, who keeps the right to pass directories that are closed to others where root itself
    /// has it to give: a checkout under a home directory works as any other. That user's own files stay the only ones it can write.
    /// </summary>
    public static IReadOnlyList<string> Privileges => !Signals.IsRoot ? []
        : Capabilities.MayPassClosedDirectories ? [.. ServerUser, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
        : ServerUser;

    private static IReadOnlyList<string> ServerUser => [$"--reuid={SystemUser}", $"--regid={SystemUser}", "--init-groups"];

    /// <summary>Initialises the cluster unless it exists; a crash on the way leaves nothing that looks like one.</summary>
    public static async Task<string> EnsureAsync(string programs, ServerDirectory directory, string password)
    {
        var cluster = directory.Sub("data");
        if (Directory.Exists(cluster))
        {
            return cluster;
        }

        var fresh = directory.Sub("data.new");
        var passwordFile = directory.Sub("initdb-password");
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        Directory.CreateDirectory(fresh);
        ServerDirectory.WriteSecret(passwordFile, password);
        await GiveToServerUserAsync(directory, fresh, passwordFile);
        try
        {
            await RunAsync(directory, "initdb", Path.Combine(programs, "initdb"), Privileges, [
                "-D", fresh, "-U", SystemUser, "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
                "--auth=scram-sha-256", $"--pwfile={passwordFile}",
            ]);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(fresh, cluster);
        return cluster;
    }

    private static async Task GiveToServerUserAsync(ServerDirectory directory, params string[] paths)
    {
        if (Signals.IsRoot)
        {
            await RunAsync(directory, "chown", "chown", [], [$"{SystemUser}:{SystemUser}", .. paths]);
        }
    }

    private static async Task RunAsync(
        ServerDirectory directory, string what, string program, IReadOnlyList<string> privileges, IReadOnlyList<string> arguments)
    {
        using var process = await ChildProcess.StartAsync(new(program, arguments, directory.LogFile)
        {
            Environment = Environment,
            InheritEnvironment = false,
            WorkingDirectory = "/",
            Privileges = privileges,
        });
        await process.Exited;
        if (process.ExitCode != 0)
        {
            throw new LocalServerException($"{what} failed with code {process.ExitCode}. Last log lines ({directory.LogFile}):\n{directory.LogTail()}");
        }
    }
}
