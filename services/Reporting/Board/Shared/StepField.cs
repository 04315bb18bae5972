namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>Something a form asks for.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">How it is entered.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Hint">What to know about it.</param>
/// <param name="IsRequired">Whether it must be filled.</param>
public sealed record StepField(string Name, string Label, FieldKind Kind, string? Value = null, string? Hint = null, bool IsRequired = true)
{
    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<(string Value, string Name)> Options { get; init; } = [];

    /// <summary>Most characters as people count them; null without a limit.</summary>
    public int? Limit { get; init; }

    /// <summary>What is chosen among the options.</summary>
    public IReadOnlyList<string> Chosen => Value?.Split(',') ?? [];
}

/// <summary>How something is entered.</summary>
public enum FieldKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>One of some options.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    Choices,
}
