namespace YouthPlatform.Policy;

/// <summary>One year of holidays as kept on file.</summary>
internal sealed record CalendarFile(int Year, string Source, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkedWeekends);

/// <summary>A holiday from its first to its last day.</summary>
internal sealed record Holiday(string Name, DateOnly From, DateOnly To)
{
    public IEnumerable<DateOnly> Days()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
