using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>A project with its place in the ranking.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Rank">Place, from 1.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Counts">Whether the sector counts towards the share.</param>
/// <param name="Amount">The award it asks for.</param>
/// <param name="Score">Mean of the judges' totals, two decimals.</param>
/// <param name="Outliers">Judges whose totals lie far from the median.</param>
internal sealed record RankedProject(
    Guid ProjectId, int Rank, string Sector, bool Counts, Money Amount, decimal Score, IReadOnlyList<string> Outliers);

/// <summary>An official's intervention: a project is taken in or left out, with a reason.</summary>
internal sealed record Adjustment(Guid ProjectId, bool IsSelected, string Reason);

/// <summary>What a selection comes to, and why.</summary>
/// <param name="Score">Sum of the selected projects' scores.</param>
/// <param name="Cost">Sum of their awards.</param>
/// <param name="Constraints">The hard constraints with what is used of them.</param>
/// <param name="Lines">Every project of the ranking: in or out, and why.</param>
/// <param name="Adjustments">What officials changed, with their reasons.</param>
internal sealed record SelectionResult(
    decimal Score, Money Cost, IReadOnlyList<ConstraintUse> Constraints, IReadOnlyList<SelectionLine> Lines, IReadOnlyList<Adjustment> Adjustments);

/// <summary>How far a constraint is used.</summary>
/// <param name="Name">budget, quota or sector_share.</param>
/// <param name="Limit">The limit as text.</param>
/// <param name="Used">What is used of it.</param>
/// <param name="Binds">Whether it keeps a project out that would otherwise come in.</param>
internal sealed record ConstraintUse(string Name, string Limit, string Used, bool Binds);

/// <summary>Why a project is in or out.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="IsSelected">Whether it is in.</param>
/// <param name="Why">best_total, adjusted, below_pass_mark, struck, already_supported, or constrained.</param>
/// <param name="Blocks">Constraints that taking it in on top would break.</param>
/// <param name="Rival">The selected project that would have to go for it at the least loss; null when more than one would.</param>
/// <param name="Loss">By how much the sum of scores would fall.</param>
internal sealed record SelectionLine(Guid ProjectId, bool IsSelected, string Why, IReadOnlyList<string> Blocks, Guid? Rival, decimal? Loss);
