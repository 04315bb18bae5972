using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>A reporting unit submitted a monthly form (H32 §三(四)).</summary>
/// <param name="Form">Code of the form, such as <c>h32_progress</c>.</param>
/// <param name="Region">The reporting prefecture, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="SubmittedOn">China date.</param>
/// <param name="DueOn">Day it was due.</param>
/// <param name="Cells">Figures as submitted; closed columns are left out.</param>
[PublicEvent("youthplatform.reporting.form_submitted.v1")]
public sealed record FormSubmitted(
    string Form,
    string Region,
    string Month,
    DateOnly SubmittedOn,
    DateOnly DueOn,
    IReadOnlyList<FormCell> Cells);

/// <summary>A figure of a submitted form.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">Cumulative figure.</param>
public sealed record FormCell(int Column, decimal Value);
