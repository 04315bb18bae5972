namespace YouthPlatform.Policy;

/// <summary>A check of a form's figures before they are submitted: data of the form, evaluated in one place for every way in.</summary>
/// <param name="Id">Short name within the form, such as <c>never_falls</c>.</param>
/// <param name="Name">What it asks for, in Chinese.</param>
/// <param name="Kind">Kind of check.</param>
/// <param name="Severity">What a failed check does.</param>
public sealed record FormCheck(string Id, string Name, FormCheckKind Kind, FormCheckSeverity Severity)
{
    /// <summary>Columns that it looks at; empty for all that the kind can look at.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];

    /// <summary>The column whose figure is the most that <see cref="Columns"/> may have; of <see cref="FormCheckKind.NotAbove"/>.</summary>
    public int? Than { get; init; }

    /// <summary>How many times the mean growth a growth may be; of <see cref="FormCheckKind.Jump"/>.</summary>
    public decimal? Times { get; init; }

    /// <summary>Number of earlier growths of the unit of which the mean is taken, and the fewest that there must be; of <see cref="FormCheckKind.Jump"/>.</summary>
    public int? Months { get; init; }

    /// <summary>Growth up to which no jump is seen; of <see cref="FormCheckKind.Jump"/>.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Where a document asks for it; null where none does.</summary>
    public string? Clause { get; init; }

    /// <summary>What is wrong with the check by itself; null when nothing is.</summary>
    internal string? Problem(int columns) => this switch
    {
        _ when Columns.Append(Than ?? 1).Any(column => column < 1 || column > columns) => "names a column that the form does not have",
        _ when (Kind == FormCheckKind.NotAbove) != Than is not null => "lacks the column to compare with, or has one",
        { Kind: FormCheckKind.NotAbove, Columns.Count: 0 } => "names no column",
        { Kind: FormCheckKind.Jump } when Times is not > 0 || Months is not > 0 || Floor is not >= 0 => "lacks times, months or floor",
        _ when Kind != FormCheckKind.Jump && (Times ?? Months ?? Floor) is not null => "has times, months or a floor and is no jump",
        _ => null,
    };
}

/// <summary>Kinds of checks.</summary>
public enum FormCheckKind
{
    /// <summary>A figure that adds up over the months is not below that of the last form that was submitted, unless the month holds a reasoned correction of it.</summary>
    NeverFalls,

    /// <summary>A figure is not above that of another column.</summary>
    NotAbove,

    /// <summary>A column that is no longer reported has no figure.</summary>
    Closed,

    /// <summary>A figure does not grow by many times what the unit's own figures grew before.</summary>
    Jump,

    /// <summary>Every reported column has a figure.</summary>
    Complete,
}

/// <summary>What a failed check does.</summary>
public enum FormCheckSeverity
{
    /// <summary>The form cannot be submitted.</summary>
    Blocks,

    /// <summary>The form is submitted with the warning.</summary>
    Warns,
}
