using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Inspections;

/// <summary>How files are drawn.</summary>
/// <param name="Share">Share of a unit's files.</param>
/// <param name="Files">Fewest and most files of a unit.</param>
internal sealed record SampleRules(Rule<decimal> Share, Rule<NumberRange> Files);

/// <summary>The files of a unit that can be drawn: placements that a subsidy was granted for.</summary>
internal sealed record UnitFiles(Guid UnitId, string UnitCode, RegionCode Region, IReadOnlyList<Guid> Placements);

/// <summary>A drawn file.</summary>
internal sealed record DrawnFile(Guid UnitId, Guid PlacementId);

/// <summary>
/// Draws files so that anybody can draw them again: of each unit the files whose SHA-256 over seed, unit and placement (ids as 16 bytes, big
/// endian) come first. The population is fixed before the seed exists.
/// </summary>
internal static class Sampling
{
    /// <summary>Name of the algorithm, stored with each sample.</summary>
    public const string Algorithm = RandomDraw.Algorithm;

    public static IReadOnlyList<DrawnFile> Draw(byte[] seed, IEnumerable<UnitFiles> population, decimal share, NumberRange files) =>
    [
        .. population.OrderBy(unit => unit.UnitId).SelectMany(unit => RandomDraw
            .Take(seed, unit.Placements, CountOf(unit.Placements.Count, share, files), placement => Identify(unit.UnitId, placement))
            .Select(placement => new DrawnFile(unit.UnitId, placement))),
    ];

    public static int CountOf(int population, decimal share, NumberRange files) => RandomDraw.CountOf(population, share, files);

    private static byte[] Identify(Guid unit, Guid placement) => [.. unit.ToByteArray(bigEndian: true), .. placement.ToByteArray(bigEndian: true)];
}
