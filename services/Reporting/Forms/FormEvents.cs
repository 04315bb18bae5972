using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>What happens to the form of one prefecture and month.</summary>
internal abstract record FormEvent;

/// <summary>The prefecture submitted the form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it was due.</param>
/// <param name="SubmittedOn">China date of submission.</param>
/// <param name="SubmittedBy">Account that submitted.</param>
/// <param name="Figures">Figures as submitted; closed columns are left out.</param>
internal sealed record FormSubmitted(
    string Form,
    RegionCode Region,
    YearMonth Month,
    DateOnly DueOn,
    DateOnly SubmittedOn,
    string SubmittedBy,
    IReadOnlyList<SubmittedFigure> Figures) : FormEvent
{
    /// <summary>Whether it came after the due date.</summary>
    public bool IsLate() => SubmittedOn > DueOn;
}

/// <summary>A figure as submitted.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">Cumulative figure.</param>
/// <param name="Events">Number of events behind it.</param>
internal sealed record SubmittedFigure(int Column, decimal Value, long Events);
