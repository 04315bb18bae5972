using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Ids that can turn out to be of one person, and the events that say so.</summary>
/// <param name="All">One for each kind of id.</param>
internal sealed record Identities(IReadOnlyList<Identity> All)
{
    /// <summary>No id ever turns out to be another's.</summary>
    public static Identities None { get; } = new([]);

    /// <summary>Whether the keys of a figure are such ids.</summary>
    public bool Names(Indicator indicator) =>
        indicator.Measure.Kind == FormMeasureKind.Distinct && All.Any(identity => identity.Fields.Contains(indicator.Measure.Field!));

    /// <summary>What a fact says about two ids; null where it says nothing.</summary>
    public KeyLink? LinkOf(FactRecorded fact, long position)
    {
        foreach (var identity in All)
        {
            foreach (var (change, parts) in ((IdentityChange, bool)[])[(identity.Joined, false), (identity.Parted, true)])
            {
                if (change.EventType == fact.Type && fact.TextOf(change.Key) is { } key && fact.TextOf(change.Other) is { } other)
                {
                    return new KeyLink(key, other, fact.DateOf(change.DateField), fact.Sequence, position, parts);
                }
            }
        }

        return null;
    }

    /// <summary>Checks the definitions against the contracts that are recorded.</summary>
    /// <exception cref="DefinitionException">An event is none that is recorded, or lacks a field.</exception>
    public Identities Checked(IReadOnlyList<FactType> types)
    {
        foreach (var change in All.SelectMany(identity => (IdentityChange[])[identity.Joined, identity.Parted]))
        {
            var type = types.SingleOrDefault(type => type.Name == change.EventType)
                ?? throw new DefinitionException(change.EventType, "no such event is recorded");
            var missing = ((string[])[change.Key, change.Other, change.DateField]).FirstOrDefault(field => !type.Fields.Contains(field));
            _ = missing is null ? type : throw new DefinitionException(change.EventType, $"it has no field {missing}");
        }

        return this;
    }
}

/// <summary>A kind of id.</summary>
/// <param name="Fields">Fields of events that hold it.</param>
/// <param name="Joined">The event that says that two ids are of one person.</param>
/// <param name="Parted">The event that says that they are not.</param>
internal sealed record Identity(IReadOnlyList<string> Fields, IdentityChange Joined, IdentityChange Parted);

/// <summary>An event about two ids.</summary>
/// <param name="EventType">CloudEvents type.</param>
/// <param name="Key">Field of the one id.</param>
/// <param name="Other">Field of the other.</param>
/// <param name="DateField">Field of the day from which on it holds.</param>
/// <param name="Why">Code of the reason for a change of figures.</param>
/// <param name="Reason">The reason in words for officials.</param>
internal sealed record IdentityChange(string EventType, string Key, string Other, string DateField, string Why, string Reason);
