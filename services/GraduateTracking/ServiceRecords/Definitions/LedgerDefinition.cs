using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Definitions;

/// <summary>A kind of service as data: what is recorded of it, by whom, what is checked and watched, and what is published.</summary>
/// <param name="Code">Stable code, such as <c>job_fair</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Clause">Clause that asks for it.</param>
/// <param name="Jurisdiction">Region that it is kept for, with all below; GB/T 2260.</param>
/// <param name="DateField">Field of the day on which it counts.</param>
/// <param name="RecordedBy">Roles that record it.</param>
/// <param name="Fields">What is recorded.</param>
internal sealed record LedgerDefinition(
    string Code,
    string Name,
    string Clause,
    string Jurisdiction,
    string DateField,
    IReadOnlyList<string> RecordedBy,
    IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>CloudEvents type under which a record is published; null for one that stays inside.</summary>
    public string? Publishes { get; init; }

    /// <summary>Fields that name a record: no second one of the same values is kept in a prefecture.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What a record has to fulfil.</summary>
    public IReadOnlyList<CheckDefinition> Checks { get; init; } = [];

    /// <summary>How often or how much of it there has to be.</summary>
    public IReadOnlyList<RhythmDefinition> Rhythms { get; init; } = [];
}

/// <summary>A field of a ledger.</summary>
/// <param name="Name">Name in JSON.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Type">What it holds.</param>
internal sealed record FieldDefinition(string Name, string Label, FieldType Type)
{
    /// <summary>Unit of a number, such as 人.</summary>
    public string? Unit { get; init; }

    /// <summary>The pack's list of a code.</summary>
    public string? List { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What a field holds.</summary>
internal enum FieldType
{
    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number, not negative.</summary>
    Count,

    /// <summary>A code of a list.</summary>
    Code,

    /// <summary>A short text without personal data.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A college by its ten-digit code (学校标识码).</summary>
    College,

    /// <summary>A school year such as <c>2023-2024</c>.</summary>
    SchoolYear,
}

/// <summary>A check of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is checked.</param>
/// <param name="Field">The field that is looked at.</param>
/// <param name="Text">What is wrong when it fails, in Chinese.</param>
internal sealed record CheckDefinition(string Name, CheckKind Kind, string Field, string Text)
{
    /// <summary>The field that <see cref="CheckKind.AtMost"/> compares with.</summary>
    public string? Other { get; init; }

    /// <summary>The pack's range of <see cref="CheckKind.WithinRange"/>.</summary>
    public string? Rule { get; init; }

    /// <summary>The ledger of <see cref="CheckKind.RecordedIn"/>.</summary>
    public string? Ledger { get; init; }

    /// <summary>A flag without which the check does not apply.</summary>
    public string? When { get; init; }
}

/// <summary>Kinds of checks.</summary>
internal enum CheckKind
{
    /// <summary>A number is at most another.</summary>
    AtMost,

    /// <summary>A number is at least one.</summary>
    Positive,

    /// <summary>A number lies within a range of the packs.</summary>
    WithinRange,

    /// <summary>The record's day lies in the month of its code: the list's flag <c>month_5</c> asks for May.</summary>
    InMonthOfCode,

    /// <summary>Another ledger of the prefecture has a record with the same value.</summary>
    RecordedIn,
}

/// <summary>How often or how much of a service there has to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Rule">The pack's rule that asks for it.</param>
internal sealed record RhythmDefinition(string Name, string Label, RhythmKind Kind, string Rule)
{
    /// <summary>Values that records have to have to count.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>Levels of the regions that owe it.</summary>
    public IReadOnlyList<RegionLevel> Levels { get; init; } = [RegionLevel.Prefecture];

    /// <summary>The pack's list of the regions that owe it; all of the levels when left out.</summary>
    public string? Regions { get; init; }

    /// <summary>The field of <see cref="RhythmKind.EachCodeInItsMonth"/> and <see cref="RhythmKind.TimesPerYear"/>, the part of a share.</summary>
    public string? Field { get; init; }

    /// <summary>The whole of a share.</summary>
    public string? Of { get; init; }
}

/// <summary>Kinds of rhythms.</summary>
internal enum RhythmKind
{
    /// <summary>So many in each calendar week, Monday to Sunday.</summary>
    PerWeek,

    /// <summary>So many in each calendar month.</summary>
    PerMonth,

    /// <summary>One by a day.</summary>
    ByDate,

    /// <summary>One for each code of a list, in the month that its flag names.</summary>
    EachCodeInItsMonth,

    /// <summary>The sum of one field is a share of the sum of another.</summary>
    Share,

    /// <summary>So many times in a school year (September to August) for each value of a field.</summary>
    TimesPerYear,
}
