namespace YouthPlatform.Policy;

/// <summary>The calendar day in China: UTC+8 the whole year, without daylight saving since 1992.</summary>
public static class ChinaDate
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at an instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The day in China now.</summary>
    public static DateOnly Today(this TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The instant at which a day begins in China.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new(date, TimeOnly.MinValue, Offset);

    /// <summary>Age in full years on a date. Who is born on 29 February comes of age on 1 March in other years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is before the birth.</exception>
    public static int AgeOn(DateOnly birthDate, DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, birthDate);
        var hadBirthday = (date.Month, date.Day).CompareTo((birthDate.Month, birthDate.Day)) >= 0;
        return date.Year - birthDate.Year - (hadBirthday ? 0 : 1);
    }
}
