using System.Security.Cryptography;

namespace YouthPlatform.LocalServers;

/// <summary>The directory of one server: its data, log, password and the mark of the process that runs on it.</summary>
internal sealed class ServerDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public ServerDirectory(string root, string server)
    {
        Root = Path.GetFullPath(root);
        LogFile = Path.Combine(Root, $"{server}.log");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string LogFile { get; }

    public string Sub(string name) => Path.Combine(Root, name);

    /// <summary>A secret that is made once and kept in a file that only we can read.</summary>
    public string Secret(string name)
    {
        var path = Sub(name);
        if (!File.Exists(path))
        {
            WriteSecret(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)));
        }

        return File.ReadAllText(path);
    }

    public static void WriteSecret(string path, string content)
    {
        var fresh = $"{path}.new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(content);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Ends what a predecessor that crashed left running on this directory.</summary>
    public async Task EndPredecessorAsync(string mark, Signal signal)
    {
        var path = Sub(mark);
        if (ProcessIdentity.Read(path) is { } predecessor)
        {
            await predecessor.EndAsync(signal, TimeSpan.FromSeconds(30));
        }

        File.Delete(path);
    }

    public void Mark(string mark, ChildProcess process) => process.Identity?.Write(Sub(mark));

    /// <summary>The last lines of the log, for error messages.</summary>
    public string LogTail()
    {
        if (!File.Exists(LogFile))
        {
            return "(no log was written)";
        }

        using var stream = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(stream.Length, 4096), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.TakeLast(12).Select(line => $"  {line}"));
    }
}
