using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Selection;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>
/// Ranks projects by the mean of their judges' totals. Equals are told apart by the mean of the first criterion, then by lot:
/// SHA-256(seed, project), which nobody could know before the field was fixed.
/// </summary>
internal static class Ranking
{
    /// <summary>Name of the rule, stored with each ranking.</summary>
    public const string TieRule = "first-criterion-then-sha256-lot-v1";

    public static IReadOnlyList<RankedProject> Of(byte[] seed, ProgrammeFile programme, IReadOnlyDictionary<Guid, IReadOnlyList<Scoring>> scores)
    {
        var terms = programme.Terms;
        var first = terms.Rubric[0].Code;
        return
        [
            .. programme.Entries.Values
                .Select(entry => (Entry: entry, Scores: scores[entry.ProjectId], Score: Mean(scores[entry.ProjectId], scoring => scoring.ToTotal())))
                .OrderByDescending(project => project.Score)
                .ThenByDescending(project => Mean(project.Scores, scoring => scoring.Points[first]))
                .ThenBy(project => PanelDraw.Rank(seed, project.Entry.ProjectId, ""), StringComparer.Ordinal)
                .Select((project, index) => new RankedProject(
                    project.Entry.ProjectId,
                    index + 1,
                    project.Entry.Sector,
                    terms.Counts(project.Entry.Sector),
                    project.Entry.Amount,
                    project.Score,
                    Outliers(project.Scores, terms.OutlierPoints))),
        ];
    }

    /// <summary>Judges whose total is further from the median than allowed without a remark.</summary>
    public static IReadOnlyList<string> Outliers(IReadOnlyList<Scoring> scores, decimal points)
    {
        var totals = scores.Select(scoring => scoring.ToTotal()).Order().ToList();
        var median = (totals[(totals.Count - 1) / 2] + totals[totals.Count / 2]) / 2;
        return [.. scores.Where(scoring => Math.Abs(scoring.ToTotal() - median) > points).Select(scoring => scoring.Judge).Order(StringComparer.Ordinal)];
    }

    private static decimal Mean(IReadOnlyList<Scoring> scores, Func<Scoring, decimal> of) =>
        decimal.Round(scores.Average(of), 2, MidpointRounding.AwayFromZero);
}
