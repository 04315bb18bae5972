namespace YouthPlatform.Imports.Files;

/// <summary>A file cannot be read as a whole; single bad rows are no reason.</summary>
/// <param name="code">Stable code.</param>
/// <param name="detail">What is wrong and what to do, in Chinese, without repeating what stands in the file.</param>
public sealed class FileRefusedException(string code, string detail) : Exception($"{code}: {detail}")
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public string Detail { get; } = detail;
}
