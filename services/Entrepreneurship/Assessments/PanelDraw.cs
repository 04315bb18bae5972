using System.Security.Cryptography;
using System.Text;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>A judge of the pool with what ties it.</summary>
internal sealed record PoolJudge(string Account, IReadOnlySet<Tie> Ties);

/// <summary>A project to be judged, with everything that a judge may be tied to.</summary>
internal sealed record PoolProject(Guid ProjectId, IReadOnlySet<Tie> Ties);

/// <summary>
/// Draws judges so that anybody can draw them again: projects in the order of SHA-256(seed, project); each gets the judges without a tie to it
/// who have the fewest projects so far, among equals by SHA-256(seed, project, account). The field is fixed before the seed exists.
/// </summary>
internal static class PanelDraw
{
    /// <summary>Name of the algorithm, stored with each draw.</summary>
    public const string Algorithm = "sha256-balanced-v1";

    /// <summary>Draws the judges of every project.</summary>
    /// <exception cref="RuleViolation"><c>panel.judges_missing</c>: a project has too few judges without a tie.</exception>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<string>> Draw(
        byte[] seed, IEnumerable<PoolProject> projects, IReadOnlyList<PoolJudge> pool, int judges)
    {
        var load = pool.ToDictionary(judge => judge.Account, _ => 0);
        Dictionary<Guid, IReadOnlyList<string>> panels = [];
        foreach (var project in projects.OrderBy(project => Rank(seed, project.ProjectId, ""), StringComparer.Ordinal))
        {
            var drawn = Candidates(seed, project, pool, load).Take(judges).ToList();
            if (drawn.Count < judges)
            {
                throw new RuleViolation("panel.judges_missing", $"项目 {project.ProjectId} 可用的评委不足 {judges} 人，请补充评委。");
            }

            drawn.ForEach(account => load[account]++);
            panels[project.ProjectId] = drawn;
        }

        return panels;
    }

    /// <summary>Judges without a tie to a project, in the order in which they are drawn.</summary>
    public static IEnumerable<string> Candidates(
        byte[] seed, PoolProject project, IEnumerable<PoolJudge> pool, IReadOnlyDictionary<string, int> load) => pool
        .Where(judge => !judge.Ties.Overlaps(project.Ties))
        .OrderBy(judge => load.GetValueOrDefault(judge.Account))
        .ThenBy(judge => Rank(seed, project.ProjectId, judge.Account), StringComparer.Ordinal)
        .Select(judge => judge.Account);

    /// <summary>The lot of a project, or of a judge for a project.</summary>
    public static string Rank(byte[] seed, Guid project, string account) =>
        Convert.ToHexStringLower(SHA256.HashData([.. seed, .. project.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(account)]));
}
