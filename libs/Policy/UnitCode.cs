using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>What a unit that reports is called by: the six digits of a region (GB/T 2260), or the ten of a college (学校标识码).</summary>
[JsonConverter(typeof(ParsableJsonConverter<UnitCode>))]
public sealed record UnitCode : IParsable<UnitCode>
{
    private UnitCode(string value, RegionCode region, bool isCollege) => (Value, Region, IsCollege) = (value, region, isCollege);

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>The region itself; of a college, its province.</summary>
    public RegionCode Region { get; }

    /// <summary>Whether it is a college.</summary>
    public bool IsCollege { get; }

    /// <summary>The code of a region.</summary>
    public static UnitCode Of(RegionCode region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(region.Value, region, isCollege: false);
    }

    /// <summary>Reads the code of a region or college.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static UnitCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is the code of neither a region nor a college.");

    /// <summary>Reads the code of a region or college.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out UnitCode? result)
    {
        result = CollegeCode.IsValid(s) ? new(s, RegionCode.Parse(s[2..4]), isCollege: true)
            : RegionCode.TryParse(s, out var region) ? Of(region)
            : null;
        return result is not null;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => Value;
}
