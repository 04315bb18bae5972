using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>No pack on file sets a parameter for a region on a date. There is never a silent default.</summary>
public sealed class PolicyParameterMissingException : Exception
{
    /// <summary>Names the parameter, the region and the date, and where and when the parameter is known instead.</summary>
    /// <param name="key">The parameter.</param>
    /// <param name="region">The region.</param>
    /// <param name="date">The date.</param>
    /// <param name="known">The versions on file.</param>
    public PolicyParameterMissingException(string key, RegionCode region, DateOnly date, IReadOnlyList<RuleVersion> known)
        : base(Describe(key, region, date, known))
    {
        Key = key;
        Region = region;
        Date = date;
    }

    /// <summary>The parameter.</summary>
    public string Key { get; }

    /// <summary>The region.</summary>
    public RegionCode Region { get; }

    /// <summary>The date.</summary>
    public DateOnly Date { get; }

    private static string Describe(string key, RegionCode region, DateOnly date, IReadOnlyList<RuleVersion> known)
    {
        var culture = CultureInfo.InvariantCulture;
        var elsewhere = known.Count == 0
            ? "no pack names it at all"
            : "it is known for " + string.Join(", ", known.Select(Describe));
        return string.Create(culture, $"No policy pack sets '{key}' for region {region} on {date:yyyy-MM-dd}: {elsewhere}.");
    }

    private static string Describe(RuleVersion version)
    {
        var end = version.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "further notice";
        return string.Create(CultureInfo.InvariantCulture, $"{version.Jurisdiction} from {version.ValidFrom:yyyy-MM-dd} to {end}");
    }
}
