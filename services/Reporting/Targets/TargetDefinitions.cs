using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>How the targets of the policy packs are measured.</summary>
/// <param name="Counts">Targets that are figures.</param>
/// <param name="Shares">Thresholds on a part of such a figure.</param>
/// <param name="Rates">Targets that are rates of two distinct counts.</param>
/// <param name="SmallNumbers">How shares of small numbers are compared.</param>
internal sealed record TargetDefinitions(
    IReadOnlyList<CountDefinition> Counts,
    IReadOnlyList<ShareDefinition> Shares,
    IReadOnlyList<RateDefinition> Rates,
    SmallNumbers SmallNumbers);

/// <summary>Which events count, and how.</summary>
internal interface IMeasure
{
    /// <summary>CloudEvents types that count.</summary>
    IReadOnlyList<string> EventTypes { get; }

    /// <summary>Field of the business date.</summary>
    string DateField { get; }

    /// <summary>How events count.</summary>
    FormMeasure Measure { get; }

    /// <summary>Values that fields must have.</summary>
    IReadOnlyList<FormFilter>? Filters { get; }

    /// <summary>Events after which something counts no longer.</summary>
    FormEnding? EndedBy => null;

    /// <summary>Events whose figure takes the place of an earlier one.</summary>
    FormReplacement? ReplacedBy => null;
}

/// <summary>How a target is counted, in each year and region that owes it.</summary>
/// <param name="Target">Key of the target in the packs.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Definition">What is counted, in a sentence for officials.</param>
/// <param name="EventTypes">CloudEvents types that count.</param>
/// <param name="DateField">Field of the business date.</param>
/// <param name="Measure">How events count.</param>
/// <param name="Filters">Values that fields must have.</param>
/// <param name="EndedBy">Events after which something counts no longer.</param>
/// <param name="ReplacedBy">Events whose figure takes the place of an earlier one.</param>
internal sealed record CountDefinition(
    string Target,
    string Name,
    string Definition,
    IReadOnlyList<string> EventTypes,
    string DateField,
    FormMeasure Measure,
    IReadOnlyList<FormFilter>? Filters = null,
    FormEnding? EndedBy = null,
    FormReplacement? ReplacedBy = null) : IMeasure;

/// <summary>A target that is a rate: of the keys of a whole, those that an event came to afterwards.</summary>
/// <param name="Target">Key of the target in the packs.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Definition">What is compared, in a sentence for officials.</param>
/// <param name="Whole">What it is a rate of.</param>
/// <param name="Part">What must come to them.</param>
internal sealed record RateDefinition(string Target, string Name, string Definition, RatePart Whole, RatePart Part);

/// <summary>A distinct count of a rate.</summary>
/// <param name="EventTypes">CloudEvents types that count.</param>
/// <param name="DateField">Field of the business date.</param>
/// <param name="Measure">How events count.</param>
/// <param name="Filters">Values that fields must have.</param>
internal sealed record RatePart(
    IReadOnlyList<string> EventTypes, string DateField, FormMeasure Measure, IReadOnlyList<FormFilter>? Filters = null) : IMeasure;

/// <summary>A threshold on the part of a counted target whose category carries a flag.</summary>
/// <param name="Threshold">Key of the threshold in the packs.</param>
/// <param name="Of">Key of the counted target.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Definition">What is compared, in a sentence for officials.</param>
/// <param name="Field">Field of the category.</param>
/// <param name="List">Key of the list of categories in the packs.</param>
/// <param name="Flag">Flag that the category must carry.</param>
internal sealed record ShareDefinition(
    string Threshold, string Of, string Name, string Definition, string Field, string List, string Flag);
