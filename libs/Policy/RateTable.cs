namespace YouthPlatform.Policy;

/// <summary>Amounts by row, such as vouchers by kind of course or minimum wages by tier.</summary>
/// <param name="Rows">Amount of each row.</param>
public sealed record RateTable(IReadOnlyDictionary<string, Money> Rows);
