namespace YouthPlatform.Simulation.Stories;

/// <summary>A startup programme as the simulated year runs it.</summary>
/// <param name="Code">Code in the packs.</param>
/// <param name="Region">Region of the authority.</param>
/// <param name="Committee">Role that runs it.</param>
/// <param name="Qualifier">Role that looks at applications.</param>
/// <param name="Projects">Number of projects.</param>
/// <param name="Prefectures">Where they come from, in turn.</param>
/// <param name="Sectors">Their sectors, in turn.</param>
/// <param name="LeastAward">The least award asked for.</param>
/// <param name="FirstDraft">Day of the first application.</param>
/// <param name="Close">Day on which applications are closed.</param>
internal sealed record StartupProgramme(
    string Code,
    string Region,
    string Committee,
    string Qualifier,
    int Projects,
    IReadOnlyList<string> Prefectures,
    IReadOnlyList<string> Sectors,
    decimal LeastAward,
    DateOnly FirstDraft,
    DateOnly Close)
{
    private const int Further = 6;

    // Six of eleven are in sectors that count towards the share of Golden Bridge.
    private static readonly string[] GoldenBridgeSectors =
    [
        "hard_tech", "other", "rural_revitalisation", "other", "hard_tech", "rural_revitalisation",
        "other", "hard_tech", "other", "rural_revitalisation", "other",
    ];

    private static readonly string[] HubeiSectors = ["technology", "manufacturing", "modern_service", "culture", "rural"];

    /// <summary>Golden Bridge (G3 §三(三)3), the contest of Wuhan (W62 §二(三)) and the projects of Hubei (E17 §二(三)).</summary>
    public static IReadOnlyList<StartupProgramme> OfTheYear(World world, int goldenBridgeProjects) =>
    [
        new(
            "golden_bridge",
            World.Hunan.Value,
            "provincial_committee",
            "college_committee",
            goldenBridgeProjects,
            [.. world.Prefectures.Select(prefecture => prefecture.Code.Value)],
            GoldenBridgeSectors,
            5_000,
            new(2023, 3, 15),
            new(2023, 5, 11)),
        new("contest", "420100", "reviewer", "reviewer", Further, ["420100"], HubeiSectors, 30_000, new(2023, 5, 8), new(2023, 9, 4)),
        new("startup_projects", "420000", "reviewer", "reviewer", Further, ["420100", "420200", "420300"], HubeiSectors, 20_000, new(2023, 6, 5), new(2023, 10, 9)),
    ];
}
