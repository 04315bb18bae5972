namespace YouthPlatform.Policy;

/// <summary>Named rules for rounding an amount of money.</summary>
public enum MoneyRounding
{
    /// <summary>To the nearest fen, half a fen away from zero (四舍五入到分).</summary>
    HalfUpToFen,

    /// <summary>To fen, dropping the rest (舍去分以下).</summary>
    DownToFen,

    /// <summary>To the nearest yuan, half a yuan away from zero (四舍五入到元).</summary>
    HalfUpToYuan,
}
