using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>The level above gave a submitted form back to its unit.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="ReturnedOn">China date.</param>
/// <param name="Version">Number of the figures that were given back.</param>
/// <param name="Columns">Columns to correct; none for the form as a whole.</param>
[PublicEvent("youthplatform.reporting.form_returned.v1")]
public sealed record FormReturned(
    string Form, string Region, string Month, DateOnly ReturnedOn, int Version, IReadOnlyList<int> Columns)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>The level above agreed to a submitted form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="ApprovedOn">China date.</param>
/// <param name="Version">Number of the figures.</param>
[PublicEvent("youthplatform.reporting.form_approved.v1")]
public sealed record FormApproved(string Form, string Region, string Month, DateOnly ApprovedOn, int Version)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>A form was closed; its figures stand.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="LockedOn">China date.</param>
/// <param name="Version">Number of the figures that stand.</param>
/// <param name="Cells">The figures.</param>
[PublicEvent("youthplatform.reporting.form_locked.v1")]
public sealed record FormLocked(
    string Form, string Region, string Month, DateOnly LockedOn, int Version, IReadOnlyList<FormCell> Cells)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}

/// <summary>A locked form was opened again; when it is not submitted in time, the figures that were locked stand.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">The reporting unit, GB/T 2260.</param>
/// <param name="Month">Reported month, <c>yyyy-MM</c>.</param>
/// <param name="UnlockedOn">China date.</param>
/// <param name="Until">Last day on which it is open.</param>
/// <param name="Version">Number of the figures that stand meanwhile.</param>
[PublicEvent("youthplatform.reporting.form_unlocked.v1")]
public sealed record FormUnlocked(string Form, string Region, string Month, DateOnly UnlockedOn, DateOnly Until, int Version)
{
    /// <summary>Identification code of the college (学校标识码, ten digits) that reports; null where a region does. <see cref="Region"/> is then its province.</summary>
    public string? College { get; init; }
}
