namespace YouthPlatform.Policy;

/// <summary>An administrative division by its code and Chinese name.</summary>
/// <param name="Code">Code of GB/T 2260.</param>
/// <param name="Name">Chinese name, such as 长沙市.</param>
public sealed record Region(RegionCode Code, string Name)
{
    /// <summary>Level of the division.</summary>
    public RegionLevel Level => Code.Level;
}
