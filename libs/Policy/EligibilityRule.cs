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
        var checks = new EligibilityChecks(version, facts, date, region, list);
        var paths = AnyOf
            .Select(path => (path.Name, Checks: path.All.Select(test => checks.Check($"{path.Name}.{test.Name}", test)).ToList()))
            .ToList();
        var met = paths.FirstOrDefault(path => path.Checks.TrueForAll(check => check.Passed)).Name;
        var open = paths.Any(path => path.Checks.TrueForAll(check => check.Passed || check.IsUnknown));
        return new EligibilityResult(met is not null, met, [.. paths.SelectMany(path => path.Checks)], version)
        {
            IsUndetermined = met is null && open,
        };
    }
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
public sealed record EligibilityResult(bool Eligible, string? Path, IReadOnlyList<NamedCheck> Checks, RuleVersion Rule)
{
    /// <summary>Whether no path was passed, but one failed no check either: something that it looks at is not known.</summary>
    public bool IsUndetermined { get; init; }
}
