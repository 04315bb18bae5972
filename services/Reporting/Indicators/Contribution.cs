namespace YouthPlatform.Reporting.Indicators;

/// <summary>What one fact adds to one figure of one region, or means for a key of it.</summary>
/// <param name="Indicator">The figure.</param>
/// <param name="Scope">The region whose figure it is, six digits.</param>
/// <param name="Date">Business date on which it counts.</param>
/// <param name="Key">What is counted once, or whose amount it is; null where each event counts for itself.</param>
/// <param name="Amount">What it adds; of a key, to the balance of its item.</param>
internal sealed record Contribution(Indicator Indicator, string Scope, DateOnly Date, string? Key, decimal Amount)
{
    /// <summary>What of the key begins or ends; empty where a key has but one.</summary>
    public string Item { get; init; } = string.Empty;

    /// <summary>
    /// It is not counted itself but lets others count: the event of the figure that this one counts among, or the beginning of what later events replace.
    /// </summary>
    public bool IsBase { get; init; }

    /// <summary>Number among the contributions of the fact to this figure and region.</summary>
    public short Part { get; init; }
}
