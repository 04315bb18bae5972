using System.Collections.Frozen;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Says what a fact counts for: a pure function of the fact and the definitions.</summary>
internal sealed class IndicatorEngine
{
    private readonly FrozenDictionary<string, Indicator[]> _byType;
    private readonly FrozenDictionary<string, (Indicator Indicator, FormLaterEvent Later)[]> _byLaterType;
    private readonly FrozenDictionary<string, Indicator> _byId;
    private readonly ILookup<string?, Indicator> _byAmong;
    private readonly Identities _identities;

    public IndicatorEngine(IReadOnlyList<Indicator> indicators, Identities? identities = null)
    {
        IndicatorRules.Check(indicators, FactTypes.All);
        Indicators = indicators;
        _identities = identities ?? Identities.None;
        _byId = indicators.ToFrozenDictionary(indicator => indicator.Id);
        _byType = indicators
            .SelectMany(indicator => indicator.EventTypes.Select(type => (type, indicator)))
            .GroupBy(pair => pair.type)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.indicator).ToArray());
        _byLaterType = indicators
            .SelectMany(indicator => LaterEventsOf(indicator).Select(later => (indicator, later)))
            .GroupBy(pair => pair.later.EventType)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _byAmong = indicators.ToLookup(indicator => indicator.Among);
    }

    /// <summary>The definitions.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Ids that can turn out to be of one person.</summary>
    public Identities Identities => _identities;

    /// <summary>The definition of an id.</summary>
    public Indicator Get(string id) => _byId[id];

    /// <summary>Whether the keys of a figure are ids that can turn out to be of one person.</summary>
    public bool HasIdentity(string id) => _identities.Names(_byId[id]);

    /// <summary>What a fact says about two ids being of one person; null where it says nothing.</summary>
    public KeyLink? LinkOf(FactRecorded fact, long position) => _identities.LinkOf(fact, position);

    /// <summary>All events that change what a figure counted before.</summary>
    public static IEnumerable<FormLaterEvent> LaterEventsOf(Indicator indicator) =>
        [.. indicator.EndedBy?.Events ?? [], .. indicator.ReplacedBy?.Events ?? []];

    /// <summary>Everything that a fact adds to.</summary>
    public IReadOnlyList<Contribution> Of(FactRecorded fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var contributions = RecordCorrection.Of(fact) is { } correction
            ? _byType.GetValueOrDefault(correction.EventType, []).SelectMany(indicator => Of(indicator, correction))
            : _byType.GetValueOrDefault(fact.Type, []).SelectMany(indicator => Opening.Of(indicator, fact))
                .Concat(_byLaterType.GetValueOrDefault(fact.Type, []).SelectMany(pair => LaterEvent.Of(pair.Indicator, pair.Later, fact)));
        return Numbered([.. contributions.SelectMany(WithDependents)]);
    }

    /// <summary>
    /// A correction takes what the record added before and adds what it adds now, from the day of the correction on: what was reported until then
    /// stays what it was.
    /// </summary>
    private static IEnumerable<Contribution> Of(Indicator indicator, RecordCorrection correction)
    {
        Contribution From(Contribution state, int sign) =>
            state with { Date = state.Date > correction.On ? state.Date : correction.On, Amount = sign * state.Amount };
        return Opening.Of(indicator, correction.Before).Select(state => From(state, -1))
            .Concat(correction.After is { } after ? Opening.Of(indicator, after).Select(state => From(state, 1)) : [])
            .Where(change => indicator.Covers(change.Date))
            .GroupBy(change => (change.Scope, change.Date, change.Key, change.Item, change.IsBase))
            .Select(changes => changes.First() with { Amount = changes.Sum(change => change.Amount) })
            .Where(change => change.Amount != 0);
    }

    /// <summary>Numbers contributions to the same figure and region. A fact has few of them.</summary>
    private static Contribution[] Numbered(Contribution[] contributions)
    {
        for (var i = 1; i < contributions.Length; i++)
        {
            var each = contributions[i];
            var before = contributions.Take(i).Count(other => ReferenceEquals(other.Indicator, each.Indicator) && other.Scope == each.Scope);
            contributions[i] = before == 0 ? each : each with { Part = (short)before };
        }

        return contributions;
    }

    /// <summary>What counts among a figure learns of the events of that figure.</summary>
    private IEnumerable<Contribution> WithDependents(Contribution contribution) =>
        _byAmong[contribution.Indicator.Id].Select(dependent => contribution with { Indicator = dependent, IsBase = true }).Prepend(contribution);
}
