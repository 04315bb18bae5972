using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>
/// A division code of GB/T 2260, always six digits: <c>430000</c> a province, <c>430100</c> a prefecture, <c>430104</c> a county,
/// <c>000000</c> the whole country. Counties administered directly by a province (<c>429004</c>) have no prefecture above them.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<RegionCode>))]
public sealed record RegionCode : IParsable<RegionCode>, IComparable<RegionCode>
{
    private RegionCode(string value)
    {
        Value = value;
        Prefix = value[4..] != "00" ? value : value[2..4] != "00" ? value[..4] : value[..2] != "00" ? value[..2] : "";
    }

    /// <summary>The whole country, <c>000000</c>: covers every region.</summary>
    public static RegionCode China { get; } = new("000000");

    /// <summary>The six digits.</summary>
    public string Value { get; }

    /// <summary>The significant digits: two for a province, four for a prefecture, six for a county, none for the country.</summary>
    public string Prefix { get; }

    /// <summary>The level that the code stands for.</summary>
    public RegionLevel Level => Prefix.Length switch
    {
        0 => RegionLevel.Country,
        2 => RegionLevel.Province,
        4 => RegionLevel.Prefecture,
        _ => RegionLevel.County,
    };

    /// <summary>Whether this is a county that its province administers without a prefecture, such as <c>429004</c>.</summary>
    public bool IsDirectlyAdministered => Level == RegionLevel.County && Value[2..4] == "90";

    /// <summary>The region above: the prefecture of a county, the province of a prefecture; null for the country.</summary>
    public RegionCode? Parent => Level switch
    {
        RegionLevel.Country => null,
        RegionLevel.Province => China,
        RegionLevel.Prefecture => Province,
        _ => IsDirectlyAdministered ? Province : new RegionCode(Value[..4] + "00"),
    };

    /// <summary>The province of this region; null for the country.</summary>
    public RegionCode? Province => Level == RegionLevel.Country ? null : new RegionCode(Value[..2] + "0000");

    /// <summary>
    /// The unit of prefecture level that answers for this region: the prefecture of a county, a prefecture or a directly administered
    /// county itself; null for a province or the country.
    /// </summary>
    public RegionCode? Prefecture => Level switch
    {
        RegionLevel.County => IsDirectlyAdministered ? this : new RegionCode(Value[..4] + "00"),
        RegionLevel.Prefecture => this,
        _ => null,
    };

    /// <summary>Whether <paramref name="other"/> is this region or lies within it.</summary>
    public bool Covers(RegionCode other) => other.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads two, four or six digits; shorter codes are padded with zeros.</summary>
    /// <exception cref="FormatException">The text is not a region code.</exception>
    public static RegionCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a region code of two, four or six digits.");

    /// <summary>Reads two, four or six digits; shorter codes are padded with zeros.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out RegionCode? result)
    {
        result = null;
        if (s is not { Length: 2 or 4 or 6 } || s.Any(c => !char.IsAsciiDigit(c)))
        {
            return false;
        }

        var value = s.PadRight(6, '0');
        var hasGap = (value[..2] == "00" && value != "000000") || (value[2..4] == "00" && value[4..] != "00");
        result = hasGap ? null : new RegionCode(value);
        return result is not null;
    }

    /// <summary>Reads two, four or six digits; shorter codes are padded with zeros.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out RegionCode? result) => TryParse(s, null, out result);

    /// <summary>Reads six digits, as tokens, contracts and feeds carry them; a shorter code is refused.</summary>
    public static bool TryParseExact([NotNullWhen(true)] string? s, [NotNullWhen(true)] out RegionCode? result)
    {
        result = null;
        return s is { Length: 6 } && TryParse(s, out result);
    }

    /// <inheritdoc/>
    public int CompareTo(RegionCode? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>Whether one code sorts before another.</summary>
    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether one code sorts after another.</summary>
    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether one code sorts before another or equals it.</summary>
    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one code sorts after another or equals it.</summary>
    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;

    /// <summary>The six digits.</summary>
    public override string ToString() => Value;
}
