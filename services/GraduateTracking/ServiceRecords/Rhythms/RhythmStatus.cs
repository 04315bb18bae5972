using System.ComponentModel;
using System.Text.Json;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Rhythms;

/// <summary>What a region owes of a service in a period, and what there was.</summary>
internal sealed record RhythmStatus(
    string Region,
    string Name,
    string Rhythm,
    string Label,
    [property: Description("Such as 2023-W24, 2023-06, or 2023-05 tech_innovation")] string Period,
    [property: Description("Last day of the period")] DateOnly DueOn,
    [property: Description("What is asked for, such as >= 1")] string Required,
    [property: Description("What there was")] string Actual,
    [property: Description("met, open (time is left) or missed")] string Status,
    RuleVersion Rule);

/// <summary>A record as rhythms look at it.</summary>
internal sealed record WatchedRecord(RegionCode Region, DateOnly On, IReadOnlyDictionary<string, JsonElement> Values)
{
    public bool Has(IReadOnlyDictionary<string, string> wanted) => wanted.All(pair => Text(pair.Key) == pair.Value);

    public string? Text(string field) => Values.TryGetValue(field, out var value) ? FieldReader.Text(value) : null;

    public int Number(string field) => Values.TryGetValue(field, out var value) ? value.GetInt32() : 0;
}

/// <summary>The days that are watched.</summary>
/// <param name="From">First day; weeks and months that begin on it or later are shown.</param>
/// <param name="To">Last day.</param>
/// <param name="Today">China date.</param>
internal sealed record WatchedDays(DateOnly From, DateOnly To, DateOnly Today)
{
    private const int September = 9;

    /// <summary>First day whose records any rhythm can look at.</summary>
    public DateOnly First => new(From.Year - 1, September, 1);

    /// <summary>The school year of the last day, September to August.</summary>
    public (DateOnly From, DateOnly To, string Name) SchoolYear
    {
        get
        {
            var first = To.Month >= September ? To.Year : To.Year - 1;
            return (new(first, September, 1), new(first + 1, September - 1, 31), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}-{first + 1}"));
        }
    }

    public IEnumerable<(DateOnly From, DateOnly To, string Name)> Weeks()
    {
        for (var monday = From.AddDays(((int)DayOfWeek.Monday - (int)From.DayOfWeek + 7) % 7); monday <= To; monday = monday.AddDays(7))
        {
            var day = monday.ToDateTime(TimeOnly.MinValue);
            var (year, week) = (System.Globalization.ISOWeek.GetYear(day), System.Globalization.ISOWeek.GetWeekOfYear(day));
            yield return (monday, monday.AddDays(6), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year}-W{week:00}"));
        }
    }

    public IEnumerable<(DateOnly From, DateOnly To, string Name)> Months()
    {
        for (var month = From.Day == 1 ? YearMonth.Of(From) : YearMonth.Of(From).AddMonths(1); month.FirstDay <= To; month = month.AddMonths(1))
        {
            yield return (month.FirstDay, month.LastDay, month.ToString());
        }
    }
}
