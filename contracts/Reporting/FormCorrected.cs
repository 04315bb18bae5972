using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>A unit adjusted a computed figure; a figure that adds up over the months keeps the adjustment until it is withdrawn.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">First month in which it holds, <c>yyyy-MM</c>.</param>
/// <param name="CorrectedOn">China date.</param>
/// <param name="CorrectionId">Its id.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Difference">What it adds; 0 explains the figure.</param>
[PublicEvent("youthplatform.reporting.form_corrected.v1")]
public sealed record FormCorrected(
    string Form, string Region, string Month, DateOnly CorrectedOn, Guid CorrectionId, int Column, decimal Difference)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>A unit took an adjustment back.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">First month in which it no longer holds, <c>yyyy-MM</c>.</param>
/// <param name="WithdrawnOn">China date.</param>
/// <param name="CorrectionId">Id of the correction.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Difference">What it had added.</param>
[PublicEvent("youthplatform.reporting.form_correction_withdrawn.v1")]
public sealed record FormCorrectionWithdrawn(
    string Form, string Region, string Month, DateOnly WithdrawnOn, Guid CorrectionId, int Column, decimal Difference)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>Locked figures were replaced, since the facts behind them had changed.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="RestatedOn">China date.</param>
/// <param name="Version">Number of the figures that stand now.</param>
/// <param name="Cells">All figures that stand now.</param>
/// <param name="Changes">Cells that changed.</param>
[PublicEvent("youthplatform.reporting.form_restated.v1")]
public sealed record FormRestated(
    string Form,
    string Region,
    string Month,
    DateOnly RestatedOn,
    int Version,
    IReadOnlyList<FormCell> Cells,
    IReadOnlyList<FormCellChange> Changes)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>A figure that was replaced.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Before">Figure as it had been; null where there was none.</param>
/// <param name="After">Figure as it is; null where there is none any more.</param>
public sealed record FormCellChange(int Column, decimal? Before, decimal? After);
