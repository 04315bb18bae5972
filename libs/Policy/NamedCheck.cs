using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>One check of a decision, stored with it whether it passed or not.</summary>
/// <param name="Name">Name of the check, such as <c>unemployed_leaver.within_two_years</c>.</param>
/// <param name="Passed">Whether it passed; a check of something unknown does not.</param>
/// <param name="Facts">What was looked at and what was asked for, as plain texts; never a birth date, a name or an id.</param>
/// <param name="Rule">Rule that asked for it.</param>
public sealed record NamedCheck(string Name, bool Passed, IReadOnlyDictionary<string, string> Facts, RuleVersion Rule)
{
    /// <summary>Whether something that it looks at is not known, so that it can neither pass nor fail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnknown { get; init; }

    /// <summary>Checks are equal when their facts are, in whatever order.</summary>
    public bool Equals(NamedCheck? other) =>
        other is not null && Name == other.Name && Passed == other.Passed && IsUnknown == other.IsUnknown && Rule == other.Rule
        && Facts.Count == other.Facts.Count && Facts.All(fact => other.Facts.TryGetValue(fact.Key, out var value) && value == fact.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Passed, IsUnknown, Rule, Facts.Count);
}
