using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>How the parts of a region do (考核).</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Name">The region.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">Last day that is counted in.</param>
/// <param name="Targets">Names of the region's targets, with their pages.</param>
/// <param name="Rows">Its parts.</param>
public sealed record AssessmentModel(
    Viewer Viewer, string Name, int Year, DateOnly AsOf, IReadOnlyList<(string Name, string Path)> Targets, IReadOnlyList<AssessmentLine> Rows);

/// <summary>How one part does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Standings">Figure and rank in each target.</param>
/// <param name="Forms">Monthly forms: in time, late and missing of what was due.</param>
/// <param name="Highlights">The same of texts on its work; a dash where nobody asks for them.</param>
public sealed record AssessmentLine(string Name, IReadOnlyList<(string Figure, string Rank)> Standings, string Forms, string Highlights);
