namespace YouthPlatform.Policy;

/// <summary>
/// Where a value comes from: what a decision stores so that it can say years later by which rule it was made. All members are plain
/// values and serialise as they are.
/// </summary>
/// <param name="PackId">The pack, such as <c>H9</c>.</param>
/// <param name="Key">The rule within it, such as <c>internship.retention_threshold</c>.</param>
/// <param name="Jurisdiction">Where it holds.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null while no end is known.</param>
/// <param name="Clause">Clause of the document, such as <c>H9 §三(一)</c>; null for parameters from elsewhere.</param>
/// <param name="Source">Source of a parameter that is not in the documents, or of a decision where they leave room.</param>
public sealed record RuleVersion(
    string PackId,
    string Key,
    RegionCode Jurisdiction,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? Clause,
    string? Source)
{
    /// <summary>Whether the rule holds in a region on a date.</summary>
    public bool Holds(RegionCode region, DateOnly date) => Jurisdiction.Covers(region) && ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}
