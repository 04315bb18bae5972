using YouthPlatform.EventStore.Rebuild;

namespace YouthPlatform.Reporting.Drift;

/// <summary>A comparison of all derived tables with the log.</summary>
/// <param name="CheckedOn">Instant at which it began.</param>
/// <param name="By">Account that asked for it; <c>nightly</c> for the one of each night.</param>
/// <param name="IsClean">Whether every row is what the log says.</param>
/// <param name="Projections">Each projection with the tables that differ.</param>
internal sealed record DriftReport(DateTimeOffset CheckedOn, string By, bool IsClean, IReadOnlyList<ProjectionDrift> Projections);

/// <summary>A projection that was compared.</summary>
/// <param name="Projection">Its name.</param>
/// <param name="Differences">Tables that differ, with a few of the rows; none when it is what the log says.</param>
internal sealed record ProjectionDrift(string Projection, IReadOnlyList<ProjectionDifference> Differences);
