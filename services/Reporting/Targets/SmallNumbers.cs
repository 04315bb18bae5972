namespace YouthPlatform.Reporting.Targets;

/// <summary>How shares of small numbers are treated in comparisons.</summary>
/// <param name="MinimumWhole">Least whole of a share that takes a rank.</param>
/// <param name="StandardDeviations">Half the width of the interval, in standard deviations: 1.96 for 95 %.</param>
internal sealed record SmallNumbers(int MinimumWhole, decimal StandardDeviations)
{
    /// <summary>Wilson's score interval of a share: it stays within 0 and 1 and is honest at the ends, where a plus-minus is not.</summary>
    /// <param name="part">The part, 0 or more.</param>
    /// <param name="whole">The whole, more than 0.</param>
    public ShareInterval IntervalOf(decimal part, decimal whole)
    {
        var square = StandardDeviations * StandardDeviations;
        var share = part / whole;
        var spread = StandardDeviations * Root((share * (1 - share) / whole) + (square / (4 * whole * whole)));
        var centre = share + (square / (2 * whole));
        var scale = 1 + (square / whole);
        return new ShareInterval(Math.Max(0, (centre - spread) / scale), Math.Min(1, (centre + spread) / scale));
    }

    private static decimal Root(decimal value) => (decimal)Math.Sqrt((double)Math.Max(0, value));
}

/// <summary>An interval of a share of 1.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal sealed record ShareInterval(decimal Low, decimal High);
