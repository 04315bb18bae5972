using YouthPlatform.Policy;

namespace YouthPlatform.Reviews;

/// <summary>
/// Starts the clocks of reviews and reads them. Nothing is ever scheduled: where a review stands follows from its due date, the calendar
/// and today, so that no reminder can outlive the review that it was for.
/// </summary>
/// <remarks>
/// Rules that it looks up for the file's region and the day: <c>review.first_level</c> (up to which level officials decide from the
/// beginning: <c>county</c> or <c>prefecture</c>), <c>review.remind_days</c> (working days before the due day), <c>review.escalate_days</c>
/// (working days that each level above has, once it is its turn). A missing one throws <see cref="PolicyParameterMissingException"/>, a
/// year without a calendar <see cref="CalendarMissingException"/>.
/// </remarks>
public sealed class ReviewClock(PolicyData policy)
{
    private const string FirstLevel = "review.first_level";
    private const string RemindDays = "review.remind_days";
    private const string EscalateDays = "review.escalate_days";

    /// <summary>Starts a clock: due on the n-th working day after the day of submission, whatever the hour (China time).</summary>
    /// <param name="daysKey">The rule with the number of working days, such as <c>internship.unit_review_days</c>.</param>
    /// <param name="region">Region of the file.</param>
    /// <param name="submittedOn">China date of the submission.</param>
    public ReviewDeadline Start(string daysKey, RegionCode region, DateOnly submittedOn)
    {
        var days = policy.Book.WholeNumber(daysKey, region, submittedOn);
        return new(submittedOn, policy.Calendar.AddWorkingDays(submittedOn, days.Value), days.Version);
    }

    /// <summary>The same from an instant: a submission at 23:59 in China belongs to that day, whatever the day is in UTC.</summary>
    public ReviewDeadline Start(string daysKey, RegionCode region, DateTimeOffset submittedAt) => Start(daysKey, region, ChinaDate.Of(submittedAt));

    /// <summary>Where an open review stands.</summary>
    /// <param name="dueOn">Its due day.</param>
    /// <param name="region">Region of the file.</param>
    /// <param name="today">China date of today.</param>
    public ReviewStanding Standing(DateOnly dueOn, RegionCode region, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(region);
        var isOverdue = today > dueOn;
        var left = isOverdue ? -policy.Calendar.WorkingDaysBetween(dueOn, today) : policy.Calendar.WorkingDaysBetween(today, dueOn);
        var reminder = isOverdue ? ReviewReminder.Overdue
            : left <= policy.Book.WholeNumber(RemindDays, region, today).Value ? ReviewReminder.DueSoon
            : ReviewReminder.None;
        var first = LevelAtFirst(region, today);
        return new(Above(first, isOverdue ? Lapses(-left, region, today) : 0), first, left, reminder);
    }

    /// <summary>The last due day that is reminded of today: reviews due up to it are due soon or overdue.</summary>
    public DateOnly RemindedUpTo(RegionCode region, DateOnly today) =>
        policy.Calendar.AddWorkingDays(today, policy.Book.WholeNumber(RemindDays, region, today).Value);

    private RegionCode LevelAtFirst(RegionCode region, DateOnly today) =>
        policy.Book.Choice(FirstLevel, region, today).Value == "prefecture" ? region.Prefecture ?? region : region;

    /// <summary>The first lapse is that of the due day itself; each level above has its own days before the next.</summary>
    private int Lapses(int workingDaysOver, RegionCode region, DateOnly today) =>
        1 + ((workingDaysOver - 1) / policy.Book.WholeNumber(EscalateDays, region, today).Value);

    private static RegionCode Above(RegionCode region, int levels)
    {
        for (; levels > 0 && region is { Level: > RegionLevel.Province, Parent: { } parent }; levels--)
        {
            region = parent;
        }

        return region;
    }
}
