namespace YouthPlatform.Reporting.Indicators;

/// <summary>What one fact adds to one figure of one region.</summary>
/// <param name="Indicator">The figure.</param>
/// <param name="Scope">The region whose figure it is, six digits.</param>
/// <param name="Date">Business date on which it counts.</param>
/// <param name="Key">Value that counts once; null for counts and sums.</param>
/// <param name="Amount">What a count or sum grows by; 0 for a distinct count, which grows when the key is first seen.</param>
internal sealed record Contribution(Indicator Indicator, string Scope, DateOnly Date, string? Key, decimal Amount);
