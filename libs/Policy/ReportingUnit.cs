namespace YouthPlatform.Policy;

/// <summary>Who reports a form: a prefecture, a county, or a college.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Region">The region itself; of a college, the one that it lies in.</param>
public sealed record ReportingUnit(UnitCode Code, string Name, RegionCode Region)
{
    /// <summary>A region as a unit that reports.</summary>
    public static ReportingUnit Of(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(UnitCode.Of(region.Code), region.Name, region.Code);
    }
}
