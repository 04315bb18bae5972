using System.Text.Json;

namespace YouthPlatform.Reporting.Facts;

/// <summary>
/// A public event of another service as it arrived. Everything Reporting says is derived from these, so it can be
/// rebuilt from this log alone.
/// </summary>
/// <param name="EventId">Id of the public event.</param>
/// <param name="Source">Service that published it, such as <c>internships</c>.</param>
/// <param name="Sequence">Position in the public log of that service.</param>
/// <param name="Type">CloudEvents type with version.</param>
/// <param name="Region">Region of the authority that handled it, GB/T 2260.</param>
/// <param name="BusinessDate">China date on which it counts.</param>
/// <param name="Data">The contract as published.</param>
internal sealed record FactRecorded(
    Guid EventId,
    string Source,
    long Sequence,
    string Type,
    string Region,
    DateOnly BusinessDate,
    JsonElement Data);
