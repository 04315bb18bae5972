using System.Text.Json.Serialization;

namespace YouthPlatform.Policy.Packs;

/// <summary>A pack as kept on file: one document or one set of parameters, its rules grouped by kind.</summary>
internal sealed record PackFile(
    string Id,
    string Title,
    string Issuer,
    RegionCode Jurisdiction,
    DateOnly ValidFrom)
{
    public DateOnly? Published { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>The schema that editors check the file against.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Source of every rule that names none of its own.</summary>
    public string? Source { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<ValueEntry<int>> Integers { get; init; } = [];

    public IReadOnlyList<ValueEntry<decimal>> Numbers { get; init; } = [];

    public IReadOnlyList<AmountEntry> Amounts { get; init; } = [];

    public IReadOnlyList<ValueEntry<DateOnly>> Dates { get; init; } = [];

    public IReadOnlyList<TextEntry> AnnualDates { get; init; } = [];

    public IReadOnlyList<ChoiceEntry> Choices { get; init; } = [];

    public IReadOnlyList<ThresholdEntry> Thresholds { get; init; } = [];

    public IReadOnlyList<RangeEntry> Ranges { get; init; } = [];

    public IReadOnlyList<ListEntry> Lists { get; init; } = [];

    public IReadOnlyList<TableEntry> Tables { get; init; } = [];

    public IReadOnlyList<EligibilityEntry> Eligibility { get; init; } = [];

    public IReadOnlyList<TargetEntry> Targets { get; init; } = [];
}
