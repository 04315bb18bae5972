namespace YouthPlatform.Policy;

/// <summary>A region code is well formed, but no division on file has it.</summary>
/// <param name="code">The code.</param>
public sealed class UnknownRegionException(string code) : Exception($"No region on file has the code {code}.")
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;
}
