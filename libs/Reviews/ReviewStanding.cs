using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>Where an open review stands today.</summary>
/// <param name="Responsible">The region whose officials are to decide: the first level, and after each lapse the level above it.</param>
/// <param name="FirstLevel">The region that was responsible at first.</param>
/// <param name="WorkingDaysLeft">Working days up to the due day; negative: working days since.</param>
/// <param name="Reminder">Whether and of what the responsible officials are reminded.</param>
public sealed record ReviewStanding(RegionCode Responsible, RegionCode FirstLevel, int WorkingDaysLeft, ReviewReminder Reminder)
{
    /// <summary>Whether the review has passed to a level above the first.</summary>
    public bool IsEscalated => Responsible != FirstLevel;

    /// <summary>
    /// Whether an official may decide: one of the regions lies between the file and the responsible region, both included. The level below
    /// keeps its right after a lapse; the level above gets one only then.
    /// </summary>
    /// <param name="file">Region of the file.</param>
    /// <param name="own">Regions that the official answers for.</param>
    public bool MayDecide(RegionCode file, IEnumerable<RegionCode> own) =>
        own.Any(region => region.Covers(file) && Responsible.Covers(region));
}

/// <summary>What the officials in charge are told of an open review.</summary>
public enum ReviewReminder
{
    /// <summary>There is time.</summary>
    None,

    /// <summary>The due day is near or today.</summary>
    DueSoon,

    /// <summary>The due day has passed.</summary>
    Overdue,
}
