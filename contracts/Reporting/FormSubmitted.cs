using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>A reporting unit submitted a monthly form (H32 §三(四)).</summary>
/// <param name="Form">Code of the form, such as <c>h32_progress</c>.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="SubmittedOn">China date.</param>
/// <param name="DueOn">Day it was due.</param>
/// <param name="Cells">Figures as submitted; columns without a figure are left out.</param>
/// <param name="Version">Number of the figures, 1 for the first of the form.</param>
[PublicEvent("youthplatform.reporting.form_submitted.v1")]
public sealed record FormSubmitted(
    string Form,
    string Region,
    string Month,
    DateOnly SubmittedOn,
    DateOnly DueOn,
    IReadOnlyList<FormCell> Cells,
    int Version)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>A figure of a form.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">The figure, with the corrections in force.</param>
/// <param name="Adjustment">What corrections add to what the events say; 0 without any.</param>
public sealed record FormCell(int Column, decimal Value, decimal Adjustment);
