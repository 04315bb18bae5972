using System.Collections.Frozen;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>What the unique constraints of a service's projections mean as rules.</summary>
public sealed class UniqueConstraints(IEnumerable<UniqueConstraint> constraints)
{
    private readonly FrozenDictionary<string, UniqueConstraint> _byName = constraints.ToFrozenDictionary(c => c.Name);

    /// <summary>The rule behind a constraint, or null for one that is not a rule.</summary>
    public UniqueConstraint? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A unique constraint that stands for a rule.</summary>
/// <param name="Name">Name of the constraint in the database.</param>
/// <param name="Code">Code of the problem.</param>
/// <param name="Detail">What is wrong and what to do, in Chinese.</param>
public sealed record UniqueConstraint(string Name, string Code, string Detail);
