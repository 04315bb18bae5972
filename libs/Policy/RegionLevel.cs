namespace YouthPlatform.Policy;

/// <summary>Level of an administrative division, from wide to narrow.</summary>
public enum RegionLevel
{
    /// <summary>The whole country.</summary>
    Country,

    /// <summary>A province.</summary>
    Province,

    /// <summary>A prefecture (市州).</summary>
    Prefecture,

    /// <summary>A county or district (区县).</summary>
    County,
}
