using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>Makes the checks of one eligibility rule for one application.</summary>
internal sealed class EligibilityChecks(
    RuleVersion version, EligibilityFacts facts, DateOnly date, RegionCode region, Func<string, Rule<CategoryList>> list)
{
    public NamedCheck Check(string name, EligibilityTest test) => test.Kind switch
    {
        EligibilityTestKind.HasFlag => Flag(name, test.Required(test.Flag), expected: true),
        EligibilityTestKind.HasNoFlag => Flag(name, test.Required(test.Flag), expected: false),
        EligibilityTestKind.EducationIn => Education(name, test.Required(test.Values)),
        EligibilityTestKind.WithinYearsOfLeaving => WithinYears(name, test.Required(test.Years)),
        EligibilityTestKind.AgeBetween => Age(name, test.Required(test.Min), test.Required(test.Max)),
        EligibilityTestKind.ClassOf => ClassOf(name, test.Required(test.ClassYears)),
        EligibilityTestKind.RegionInList => RegionIn(name, list(test.Required(test.List))),
        _ => throw new InvalidOperationException($"No check is known for {test.Kind}."),
    };

    private NamedCheck Flag(string name, string flag, bool expected)
    {
        var has = facts.Flags.Contains(flag);
        return Of(name, has == expected, version, (flag, has ? "yes" : "no"));
    }

    private NamedCheck Education(string name, IReadOnlyList<string> levels)
    {
        bool? passed = facts.Education is { } level ? levels.Contains(level) : null;
        return Of(name, passed, version, ("education", facts.Education), ("allowed", string.Join(' ', levels)));
    }

    private NamedCheck WithinYears(string name, int years)
    {
        var left = facts.LeftSchoolOn;
        var until = left?.AddYears(years);
        bool? passed = left is null ? null : left <= date && date <= until;
        return Of(name, passed, version, ("leftSchoolOn", Text(left)), ("appliedOn", Text(date)), ("until", Text(until)));
    }

    private NamedCheck Age(string name, int min, int max)
    {
        var age = facts.BirthDate is { } born && born <= date ? Exactly(ChinaDate.AgeOn(born, date)) : facts.Age?.AgeOn(date);
        bool? passed = age is not var (least, most) ? null
            : min <= least && most <= max ? true
            : most < min || max < least ? false
            : null;
        return Of(name, passed, version, ("age", Text(age)), ("appliedOn", Text(date)), ("allowed", $"{min}-{max}"));
    }

    private NamedCheck ClassOf(string name, IReadOnlyList<int> years)
    {
        var year = facts.LeftSchoolOn?.Year;
        return Of(name, year is { } known ? years.Contains(known) : null, version, ("classOf", Text(year)), ("allowed", string.Join(' ', years)));
    }

    private NamedCheck RegionIn(string name, Rule<CategoryList> areas)
    {
        var within = areas.Value.Items.Any(item => RegionCode.TryParse(item.Code, out var area) && area.Covers(region));
        return Of(name, within, areas.Version, ("region", region.Value), ("list", areas.Version.Key));
    }

    private static (int Least, int Most) Exactly(int age) => (age, age);

    private static NamedCheck Of(string name, bool? passed, RuleVersion rule, params (string Name, string? Value)[] facts) =>
        new(name, passed == true, facts.ToDictionary(fact => fact.Name, fact => fact.Value ?? "unknown"), rule) { IsUnknown = passed is null };

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text((int Least, int Most)? age) => age is not var (least, most) ? null
        : least == most ? Text(least)
        : $"{Text(least)}-{Text(most)}";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
