using System.Globalization;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Rhythms;

/// <summary>What a rhythm asks of a region, computed from the records, the packs and today; nothing of it is stored.</summary>
internal sealed class RhythmRules(PolicyBook book)
{
    private const string MonthFlag = "month_";

    /// <param name="rhythm">The rhythm.</param>
    /// <param name="region">The region.</param>
    /// <param name="records">Records of the ledger that were not withdrawn.</param>
    /// <param name="days">The days that are watched.</param>
    /// <returns>A line for each period; none for a region that the rhythm asks nothing of.</returns>
    public IReadOnlyList<RhythmStatus> Of(RhythmDefinition rhythm, Region region, IReadOnlyList<WatchedRecord> records, WatchedDays days)
    {
        if (!rhythm.Levels.Contains(region.Level) || (rhythm.Regions is { } list && !IsListed(list, region.Code, days.To)))
        {
            return [];
        }

        List<WatchedRecord> own = [.. records.Where(record => region.Code.Covers(record.Region) && record.Has(rhythm.Where))];
        return rhythm.Kind switch
        {
            RhythmKind.PerWeek => [.. days.Weeks().SelectMany(week => Times(rhythm, region, own, week, days.Today))],
            RhythmKind.PerMonth => [.. days.Months().SelectMany(month => Times(rhythm, region, own, month, days.Today))],
            RhythmKind.ByDate => ByDate(rhythm, region, own, days),
            RhythmKind.EachCodeInItsMonth => EachCode(rhythm, region, own, days),
            RhythmKind.Share => Share(rhythm, region, own, days),
            _ => TimesPerYear(rhythm, region, own, days),
        };
    }

    private IEnumerable<RhythmStatus> Times(
        RhythmDefinition rhythm, Region region, List<WatchedRecord> own, (DateOnly From, DateOnly To, string Name) period, DateOnly today)
    {
        if (book.IfSet(rhythm.Rule, region.Code, period.From, book.WholeNumber) is not { } rule)
        {
            return [];
        }

        var count = own.Count(record => period.From <= record.On && record.On <= period.To);
        return [Line(rhythm, region, period.Name, period.To, $">= {Text(rule.Value)}", Text(count), count >= rule.Value, today, rule.Version)];
    }

    /// <summary>Each office does it itself: a county's letter is not its prefecture's.</summary>
    private IReadOnlyList<RhythmStatus> ByDate(RhythmDefinition rhythm, Region region, List<WatchedRecord> own, WatchedDays days)
    {
        if (book.IfSet(rhythm.Rule, region.Code, days.To, book.Date) is not { } due)
        {
            return [];
        }

        var done = own.Where(record => record.Region == region.Code && record.On.Year == due.Value.Year).Select(record => (DateOnly?)record.On).Min();
        var line = Line(
            rhythm, region, Text(due.Value.Year), due.Value, $"<= {Text(due.Value)}", done is { } day ? Text(day) : "-", done <= due.Value, days.Today, due.Version);
        return [line];
    }

    private IReadOnlyList<RhythmStatus> EachCode(RhythmDefinition rhythm, Region region, List<WatchedRecord> own, WatchedDays days)
    {
        if (book.IfSet(rhythm.Rule, region.Code, days.To, book.List) is not { } list)
        {
            return [];
        }

        return
        [
            .. from code in list.Value.Items
               from flag in code.Flags ?? []
               where flag.StartsWith(MonthFlag, StringComparison.Ordinal)
               let month = new YearMonth(days.To.Year, int.Parse(flag[MonthFlag.Length..], CultureInfo.InvariantCulture))
               let held = own.Count(record => record.Text(rhythm.Field!) == code.Code && YearMonth.Of(record.On) == month)
               select Line(rhythm, region, $"{month} {code.Code}", month.LastDay, ">= 1", Text(held), held > 0, days.Today, list.Version),
        ];
    }

    private IReadOnlyList<RhythmStatus> Share(RhythmDefinition rhythm, Region region, List<WatchedRecord> own, WatchedDays days)
    {
        if (book.IfSet(rhythm.Rule, region.Code, days.To, book.Threshold) is not { } rule)
        {
            return [];
        }

        var year = own.Where(record => record.On.Year == days.To.Year).ToList();
        var (part, whole) = (year.Sum(record => record.Number(rhythm.Field!)), year.Sum(record => record.Number(rhythm.Of!)));
        return
        [
            Line(
                rhythm,
                region,
                Text(days.To.Year),
                new(days.To.Year, 12, 31),
                rule.Value.ToString(),
                $"{Text(part)}/{Text(whole)}",
                whole > 0 && rule.Value.IsMetByShare(part, whole),
                days.Today,
                rule.Version),
        ];
    }

    private IReadOnlyList<RhythmStatus> TimesPerYear(RhythmDefinition rhythm, Region region, List<WatchedRecord> own, WatchedDays days)
    {
        if (book.IfSet(rhythm.Rule, region.Code, days.To, book.Range) is not { } range)
        {
            return [];
        }

        var (first, last, name) = days.SchoolYear;
        return
        [
            .. from record in own
               where first <= record.On && record.On <= last
               group record by record.Text(rhythm.Field!) into times
               orderby times.Key
               let held = times.Count()
               let required = $"{range.Value.Min}-{range.Value.Max}"
               select Line(
                   rhythm, region, $"{name} {times.Key}", last, required, Text(held), range.Value.Min <= held && held <= range.Value.Max, days.Today, range.Version),
        ];
    }

    private static RhythmStatus Line(
        RhythmDefinition rhythm, Region region, string period, DateOnly dueOn, string required, string actual, bool isMet, DateOnly today, RuleVersion rule) =>
        new(
            region.Code.Value,
            region.Name,
            rhythm.Name,
            rhythm.Label,
            period,
            dueOn,
            required,
            actual,
            isMet ? "met" : today <= dueOn ? "open" : "missed",
            rule);

    private bool IsListed(string list, RegionCode region, DateOnly day) =>
        book.IfSet(list, region, day, book.List)?.Value.Contains(region.Value) == true;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
