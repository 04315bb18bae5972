namespace YouthPlatform.Policy;

/// <summary>A value of a policy pack with its origin.</summary>
/// <typeparam name="T">Kind of value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Version">Its origin.</param>
/// <param name="Unit">Unit of the value, such as <c>working_days</c>; null where the kind says it.</param>
public sealed record Rule<T>(T Value, RuleVersion Version, string? Unit)
    where T : notnull;
