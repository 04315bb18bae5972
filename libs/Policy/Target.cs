namespace YouthPlatform.Policy;

/// <summary>A target that a document sets for a year.</summary>
/// <param name="Indicator">What is counted, such as <c>internship.interns</c>.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Goal">The figure and how it is compared; a rate is a share of 1.</param>
/// <param name="Unit">Unit of the figure, such as <c>persons</c> or <c>ratio</c>.</param>
/// <param name="Version">Origin; its jurisdiction is the region that owes the target.</param>
public sealed record Target(string Indicator, int Year, Threshold Goal, string Unit, RuleVersion Version);
