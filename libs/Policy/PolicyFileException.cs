namespace YouthPlatform.Policy;

/// <summary>A data file of policy is missing, breaks its schema or contradicts another.</summary>
/// <param name="file">The file or directory.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="inner">The cause, if another error was.</param>
public sealed class PolicyFileException(string file, string problem, Exception? inner = null)
    : Exception($"Policy data {file}: {problem}.", inner)
{
    /// <summary>The file or directory.</summary>
    public string File { get; } = file;
}
