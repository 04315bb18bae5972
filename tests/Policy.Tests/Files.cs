namespace YouthPlatform.Policy.Tests;

/// <summary>The data of the repository, read once.</summary>
internal static class Files
{
    private static readonly Lazy<PolicyData> LazyData = new(() => PolicyData.Load(Seeds));

    public static string Root { get; } = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    public static PolicyData Data => LazyData.Value;

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "YouthPlatform.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException($"YouthPlatform.sln is not above {AppContext.BaseDirectory}.");
    }
}
