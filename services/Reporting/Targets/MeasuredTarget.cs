using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Targets;

/// <summary>A target of a region and year with the figures that measure it.</summary>
/// <param name="Key">Key in the packs.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Definition">What is measured.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Region">Region that owes it.</param>
/// <param name="Goal">The figure and how it is compared.</param>
/// <param name="Unit">Unit of the goal.</param>
/// <param name="Version">Where it is written.</param>
/// <param name="Count">The figure; of a share, its part.</param>
/// <param name="Whole">Of a share, what it is a part of; null for a count.</param>
internal sealed record MeasuredTarget(
    string Key,
    string Name,
    string Definition,
    int Year,
    Region Region,
    Threshold Goal,
    string Unit,
    RuleVersion Version,
    Indicator Count,
    Indicator? Whole)
{
    /// <summary>First day that counts.</summary>
    public DateOnly StartsOn => new(Year, 1, 1);

    /// <summary>Last day that counts.</summary>
    public DateOnly EndsOn => new(Year, 12, 31);

    /// <summary>Number of days that count.</summary>
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    /// <summary>The figures that measure it.</summary>
    public IEnumerable<Indicator> Indicators => Whole is null ? [Count] : [Count, Whole];

    /// <summary>The day, or the nearest one that counts.</summary>
    public DateOnly Within(DateOnly day) => day < StartsOn ? StartsOn : day > EndsOn ? EndsOn : day;
}
