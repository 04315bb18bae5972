namespace YouthPlatform.Policy.Packs;

/// <summary>A rule with its value.</summary>
internal sealed record StoredRule(RuleVersion Version, object Value, string? Unit);

/// <summary>All rules by key; within a key no two of one jurisdiction hold on the same day, and all are of one kind.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, List<StoredRule>> _byKey = [];

    /// <exception cref="PolicyFileException">The rule contradicts another.</exception>
    public void Add(StoredRule rule)
    {
        var version = rule.Version;
        if (!_byKey.TryGetValue(version.Key, out var others))
        {
            _byKey[version.Key] = others = [];
        }

        foreach (var other in others)
        {
            if (other.Value.GetType() != rule.Value.GetType())
            {
                throw new PolicyFileException(version.PackId, $"'{version.Key}' is of another kind in {other.Version.PackId}");
            }

            if (other.Version.Jurisdiction == version.Jurisdiction && Overlap(other.Version, version))
            {
                throw new PolicyFileException(version.PackId, $"'{version.Key}' is set twice for {version.Jurisdiction} at the same time");
            }
        }

        others.Add(rule);
    }

    /// <summary>Whether there is a rule that covers the region on the date.</summary>
    public bool Holds(string key, RegionCode region, DateOnly date) =>
        _byKey.TryGetValue(key, out var versions) && versions.Exists(rule => rule.Version.Holds(region, date));

    /// <summary>The rule of the most specific jurisdiction that covers the region on the date.</summary>
    /// <exception cref="PolicyParameterMissingException">There is none.</exception>
    /// <exception cref="InvalidOperationException">The rule is of another kind.</exception>
    public Rule<T> Find<T>(string key, RegionCode region, DateOnly date)
        where T : notnull
    {
        var versions = _byKey.GetValueOrDefault(key) ?? [];
        var found = versions.Where(rule => rule.Version.Holds(region, date)).MaxBy(rule => rule.Version.Jurisdiction.Prefix.Length)
            ?? throw new PolicyParameterMissingException(key, region, date, [.. versions.Select(rule => rule.Version)]);
        return found.Value is T value
            ? new Rule<T>(value, found.Version, found.Unit)
            : throw new InvalidOperationException($"Policy parameter '{key}' is a {found.Value.GetType().Name}, not a {typeof(T).Name}.");
    }

    private static bool Overlap(RuleVersion left, RuleVersion right) =>
        left.ValidFrom <= (right.ValidTo ?? DateOnly.MaxValue) && right.ValidFrom <= (left.ValidTo ?? DateOnly.MaxValue);
}
