using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>How the targets of the policy packs are measured.</summary>
/// <param name="Counts">Targets that are figures.</param>
/// <param name="Shares">Thresholds on a part of such a figure.</param>
internal sealed record TargetDefinitions(IReadOnlyList<CountDefinition> Counts, IReadOnlyList<ShareDefinition> Shares);

/// <summary>How a target is counted, in each year and region that owes it.</summary>
/// <param name="Target">Key of the target in the packs.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Definition">What is counted, in a sentence for officials.</param>
/// <param name="EventTypes">CloudEvents types that count.</param>
/// <param name="DateField">Field of the business date.</param>
/// <param name="Measure">How events count.</param>
/// <param name="Filters">Values that fields must have.</param>
internal sealed record CountDefinition(
    string Target,
    string Name,
    string Definition,
    IReadOnlyList<string> EventTypes,
    string DateField,
    FormMeasure Measure,
    IReadOnlyList<FormFilter>? Filters = null);

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
