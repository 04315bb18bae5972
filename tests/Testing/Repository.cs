namespace YouthPlatform.Testing;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root directory, where YouthPlatform.sln is.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or directory of the working copy.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "YouthPlatform.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No YouthPlatform.sln above {AppContext.BaseDirectory}.");
    }
}
