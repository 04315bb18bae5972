namespace YouthPlatform.Policy;

/// <summary>
/// Working days by the State Council's yearly holiday notices: Monday to Friday except holidays, and the weekend days that are worked to
/// make up for them.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<int> _years = [];
    private readonly HashSet<DateOnly> _holidays = [];
    private readonly HashSet<DateOnly> _workedWeekends = [];

    private WorkingCalendar(IEnumerable<(string Path, CalendarFile File)> files)
    {
        foreach (var (path, file) in files)
        {
            if (!_years.Add(file.Year))
            {
                throw new PolicyFileException(path, $"year {file.Year} is on file twice");
            }

            Add(path, file);
        }
    }

    /// <summary>The years on file.</summary>
    public IEnumerable<int> Years => _years.Order();

    /// <summary>Reads every <c>*.json</c> of a directory, one year each.</summary>
    /// <exception cref="PolicyFileException">A file is missing, does not read or names a day outside its year.</exception>
    public static WorkingCalendar Load(string directory) =>
        new(PolicyFiles.In(directory, "*.json").Select(path => (path, PolicyFiles.ReadJson<CalendarFile>(path, File.ReadAllText(path)))));

    /// <summary>Whether a day is worked.</summary>
    /// <exception cref="CalendarMissingException">The day's year is not on file.</exception>
    public bool IsWorkingDay(DateOnly date)
    {
        if (!_years.Contains(date.Year))
        {
            throw new CalendarMissingException(date);
        }

        return _workedWeekends.Contains(date) || !(IsWeekend(date) || _holidays.Contains(date));
    }

    /// <summary>
    /// The day on which something due within <paramref name="days"/> working days of <paramref name="date"/> falls due: the n-th working
    /// day after it, whatever the hour of submission. The day itself never counts, worked or not.
    /// </summary>
    /// <param name="date">Day of submission in China.</param>
    /// <param name="days">Working days, 1 or more.</param>
    /// <exception cref="CalendarMissingException">The count runs into a year that is not on file.</exception>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        for (var left = days; left > 0; left -= IsWorkingDay(date) ? 1 : 0)
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; zero when to is not later.</summary>
    /// <exception cref="CalendarMissingException">A day in between is not on file.</exception>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private void Add(string path, CalendarFile file)
    {
        foreach (var day in file.Holidays.SelectMany(holiday => holiday.Days()))
        {
            Require(day.Year == file.Year, path, day, "is not in the year");
            Require(_holidays.Add(day), path, day, "is a holiday twice");
        }

        foreach (var day in file.WorkedWeekends)
        {
            Require(day.Year == file.Year, path, day, "is not in the year");
            Require(IsWeekend(day) && !_holidays.Contains(day), path, day, "is not a weekend day to be worked");
            Require(_workedWeekends.Add(day), path, day, "is worked twice");
        }
    }

    private static void Require(bool holds, string path, DateOnly day, string problem)
    {
        if (!holds)
        {
            throw new PolicyFileException(path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {problem}"));
        }
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
