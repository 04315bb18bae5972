namespace YouthPlatform.Policy;

/// <summary>Sums of money.</summary>
public static class MoneyExtensions
{
    /// <summary>The sum of amounts; zero for none.</summary>
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
