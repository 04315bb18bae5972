namespace YouthPlatform.Policy;

/// <summary>A range of figures, both ends included.</summary>
/// <param name="Min">The least figure.</param>
/// <param name="Max">The greatest figure.</param>
public sealed record NumberRange(decimal Min, decimal Max)
{
    /// <summary>Whether a figure lies in the range.</summary>
    public bool Contains(decimal figure) => Min <= figure && figure <= Max;
}
