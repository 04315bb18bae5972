using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>Who is eligible: whoever passes every check of at least one path.</summary>
/// <param name="AnyOf">The paths, in the order of the document.</param>
public sealed record EligibilityRule(IReadOnlyList<EligibilityPath> AnyOf)
{
    /// <summary>Runs every check of every path, so that a refusal can say what each path lacked.</summary>
    /// <param name="version">Origin of this rule.</param>
    /// <param name="facts">What is known of the person.</param>
    /// <param name="date">Date of the application.</param>
    /// <param name="region">Region of the authority that decides.</param>
    /// <param name="list">Finds a list that a check refers to.</param>
    public EligibilityResult Evaluate(
        RuleVersion version, EligibilityFacts facts, DateOnly date, RegionCode region, Func<string, Rule<CategoryList>> list)
    {
        var paths = AnyOf.Select(path => (path.Name, Checks: path.All
            .Select(test => Check($"{path.Name}.{test.Name}", test, version, facts, date, region, list)).ToList())).ToList();
        var met = paths.FirstOrDefault(path => path.Checks.TrueForAll(check => check.Passed)).Name;
        return new EligibilityResult(met is not null, met, [.. paths.SelectMany(path => path.Checks)], version);
    }

    private static NamedCheck Check(
        string name, EligibilityTest test, RuleVersion version, EligibilityFacts facts, DateOnly date, RegionCode region, Func<string, Rule<CategoryList>> list)
    {
        switch (test.Kind)
        {
            case EligibilityTestKind.HasFlag:
                return OfFlag(name, test.Required(test.Flag), expected: true, version, facts);
            case EligibilityTestKind.HasNoFlag:
                return OfFlag(name, test.Required(test.Flag), expected: false, version, facts);
            case EligibilityTestKind.EducationIn:
                var levels = test.Required(test.Values);
                return Of(name, facts.Education is { } level && levels.Contains(level), version, ("education", facts.Education), ("allowed", string.Join(' ', levels)));
            case EligibilityTestKind.WithinYearsOfLeaving:
                return WithinYears(name, test.Required(test.Years), version, facts, date);
            case EligibilityTestKind.AgeBetween:
                return AgeBetween(name, test.Required(test.Min), test.Required(test.Max), version, facts, date);
            case EligibilityTestKind.ClassOf:
                var years = test.Required(test.ClassYears);
                var classOf = facts.LeftSchoolOn?.Year;
                return Of(name, classOf is { } year && years.Contains(year), version, ("classOf", Text(classOf)), ("allowed", string.Join(' ', years)));
            default:
                var areas = list(test.Required(test.List));
                var within = areas.Value.Items.Any(item => RegionCode.Parse(item.Code).Covers(region));
                return Of(name, within, areas.Version, ("region", region.Value), ("list", areas.Version.Key));
        }
    }

    private static NamedCheck OfFlag(string name, string flag, bool expected, RuleVersion version, EligibilityFacts facts)
    {
        var has = facts.Flags.Contains(flag);
        return Of(name, has == expected, version, (flag, has ? "yes" : "no"));
    }

    private static NamedCheck WithinYears(string name, int years, RuleVersion version, EligibilityFacts facts, DateOnly date)
    {
        var left = facts.LeftSchoolOn;
        var until = left?.AddYears(years);
        return Of(name, left <= date && date <= until, version, ("leftSchoolOn", Text(left)), ("appliedOn", Text(date)), ("until", Text(until)));
    }

    private static NamedCheck AgeBetween(string name, int min, int max, RuleVersion version, EligibilityFacts facts, DateOnly date)
    {
        int? age = facts.BirthDate is { } born && born <= date ? ChinaDate.AgeOn(born, date) : null;
        return Of(name, min <= age && age <= max, version, ("age", Text(age)), ("appliedOn", Text(date)), ("allowed", $"{min}-{max}"));
    }

    private static NamedCheck Of(string name, bool passed, RuleVersion version, params (string Name, string? Value)[] facts) =>
        new(name, passed, facts.ToDictionary(fact => fact.Name, fact => fact.Value ?? "unknown"), version);

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One way of being eligible: all of its checks pass.</summary>
/// <param name="Name">Name of the path, such as <c>unemployed_leaver</c>.</param>
/// <param name="All">Its checks.</param>
public sealed record EligibilityPath(string Name, IReadOnlyList<EligibilityTest> All);

/// <summary>The answer with every check that was made.</summary>
/// <param name="Eligible">Whether some path was passed.</param>
/// <param name="Path">The first path that was passed; null for none.</param>
/// <param name="Checks">Every check of every path, passed or not.</param>
/// <param name="Rule">The rule that was applied.</param>
public sealed record EligibilityResult(bool Eligible, string? Path, IReadOnlyList<NamedCheck> Checks, RuleVersion Rule);
