namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>Shares as officials read them.</summary>
internal static class Ratio
{
    private const int Places = 4;

    /// <summary>A share with four decimal places, cut and not rounded, so that 100 % means all; null where there is nobody to count.</summary>
    public static decimal? Of(int part, int whole) => whole == 0 ? null : decimal.Round((decimal)part / whole, Places, MidpointRounding.ToZero);
}
