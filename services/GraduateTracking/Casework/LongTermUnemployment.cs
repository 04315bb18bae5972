using System.Globalization;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>Who has been unemployed for long: found through the unemployment register (H32 §二(九)22).</summary>
internal static class LongTermUnemployment
{
    public const string MonthsKey = "youth.long_term_unemployed_months";
    public const string AgeKey = "youth.long_term_unemployed_age";

    private const string CheckName = "long_term_unemployed_youth";

    /// <summary>Whether a person was so on a day, with what was looked at. The date of birth is not known, so an age is a range of one year.</summary>
    public static NamedCheck Of(LedgerEntryState.Open entry, CaseRules rules, DateOnly day)
    {
        var region = entry.RegionOn(day);
        var (months, ages) = (rules.Whole(MonthsKey, region, day), rules.Range(AgeKey, region, day));
        DateOnly? since = entry.Unemployment.Any(known => IsOpen(known, day)) ? entry.Unemployment.Where(known => IsOpen(known, day)).Min(known => known.Key) : null;
        var age = new AgeAssertion(entry.Facts.AgeOnOpening, entry.OpenedOn).AgeOn(day);
        var isLong = since is { } from && from.AddMonths(months.Value) <= day;
        var isYoung = age is var (least, most) && ages.Value.Contains(most) && ages.Value.Contains(least);
        return new(
            CheckName,
            isLong && isYoung && !entry.IsEmployed,
            new Dictionary<string, string>
            {
                ["registeredSince"] = since is { } known ? Text(known) : "none",
                ["months"] = months.Value.ToString(CultureInfo.InvariantCulture),
                ["age"] = age is var (youngest, oldest) ? $"{youngest}-{oldest}" : "unknown",
                ["ages"] = $"{ages.Value.Min}-{ages.Value.Max}",
                ["on"] = Text(day),
            },
            months.Version);
    }

    private static bool IsOpen(KeyValuePair<DateOnly, DateOnly?> known, DateOnly day) => known.Key <= day && (known.Value is null || known.Value > day);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
