namespace YouthPlatform.Policy;

/// <summary>A text is not a citizen id or credit code. The message says what is wrong and never holds the text itself.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="detail">The same for officials, in Chinese.</param>
public sealed class IdFormatException(IdProblem problem, string detail) : FormatException(detail)
{
    /// <summary>What is wrong.</summary>
    public IdProblem Problem { get; } = problem;
}
