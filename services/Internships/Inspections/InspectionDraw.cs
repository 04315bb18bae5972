using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Inspections;

/// <summary>A draw as announced: its population is fixed, its seed will be the announcement's digest.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Region">Region whose units are drawn from, GB/T 2260.</param>
/// <param name="From">First month of the subsidies concerned.</param>
/// <param name="To">Last month.</param>
/// <param name="Population">The files that can be drawn.</param>
/// <param name="Share">Share of a unit's files.</param>
/// <param name="Files">Fewest and most files of a unit.</param>
/// <param name="Rules">The rules behind these numbers.</param>
/// <param name="AnnouncedBy">Account.</param>
/// <param name="AnnouncedOn">China date.</param>
internal sealed record DrawFile(
    Guid DrawId,
    RegionCode Region,
    YearMonth From,
    YearMonth To,
    IReadOnlyList<UnitFiles> Population,
    decimal Share,
    NumberRange Files,
    IReadOnlyList<RuleVersion> Rules,
    string AnnouncedBy,
    DateOnly AnnouncedOn);

internal abstract record DrawState
{
    private DrawState()
    {
    }

    public sealed record NotAnnounced : DrawState;

    public sealed record Announced(DrawFile File) : DrawState;

    public sealed record Drawn(DrawFile File, string Seed, IReadOnlyList<DrawnFile> Sample) : DrawState;
}

internal abstract record DrawCommand;

internal sealed record AnnounceDraw(DrawFile File) : DrawCommand;

/// <summary>Draws with the digest of the announcement as the log holds it.</summary>
internal sealed record DrawSample(byte[] Seed, long Position, string Actor, DateOnly Today) : DrawCommand;

internal abstract record DrawEvent;

internal sealed record InspectionDrawAnnounced(DrawFile File) : DrawEvent;

/// <param name="DrawId">The draw.</param>
/// <param name="Seed">The digest of the announcement as the log holds it, lower-case hex.</param>
/// <param name="Position">Position of the announcement in the log.</param>
/// <param name="Algorithm">How files were drawn with it.</param>
/// <param name="Sample">The files.</param>
/// <param name="DrawnBy">Account.</param>
/// <param name="DrawnOn">China date.</param>
internal sealed record InspectionSampleDrawn(
    Guid DrawId, string Seed, long Position, string Algorithm, IReadOnlyList<DrawnFile> Sample, string DrawnBy, DateOnly DrawnOn) : DrawEvent;

/// <summary>A random sample of the files of a region and period, which anybody can draw again. There is one a region and period.</summary>
internal sealed class InspectionDraw : IDecider<DrawState, DrawCommand, DrawEvent>
{
    private static readonly Guid Namespace = new("7f3b8d52-1c1e-5b8a-9d55-64a3a0f1c2e7");

    private InspectionDraw()
    {
    }

    public static DrawState Initial { get; } = new DrawState.NotAnnounced();

    public static string Stream(Guid drawId) => $"inspection_draw-{drawId}";

    /// <summary>The id of the draw of a region and period, so that it cannot be drawn until the sample pleases.</summary>
    public static Guid IdOf(RegionCode region, YearMonth from, YearMonth to) => DerivedId.Create(Namespace, $"{region}/{from}/{to}");

    /// <summary>The id of the inspection of a drawn file.</summary>
    public static Guid InspectionIdOf(Guid drawId, Guid placementId) => DerivedId.Create(drawId, $"inspection/{placementId}");

    public static DrawState Evolve(DrawState state, DrawEvent recorded) => (recorded, state) switch
    {
        (InspectionDrawAnnounced e, _) => new DrawState.Announced(e.File),
        (InspectionSampleDrawn e, DrawState.Announced s) => new DrawState.Drawn(s.File, e.Seed, e.Sample),
        _ => state,
    };

    public static IReadOnlyList<DrawEvent> Decide(DrawCommand command, DrawState state) => (command, state) switch
    {
        (AnnounceDraw c, DrawState.NotAnnounced) => c.File.Population.Count > 0
            ? [new InspectionDrawAnnounced(c.File)]
            : throw new RuleViolation("inspection_draw.population_empty", "该地区该期间没有可抽查的档案。"),
        (AnnounceDraw, _) => throw new RuleViolation("inspection_draw.already_announced", "该地区该期间的抽查已公告，不能重新抽取。"),
        (DrawSample c, DrawState.Announced s) => [Draw(c, s.File)],
        (DrawSample, DrawState.Drawn) => [],
        _ => throw new RuleViolation("inspection_draw.not_announced", "该抽查尚未公告。"),
    };

    private static InspectionSampleDrawn Draw(DrawSample command, DrawFile file) => new(
        file.DrawId,
        Convert.ToHexStringLower(command.Seed),
        command.Position,
        Sampling.Algorithm,
        Sampling.Draw(command.Seed, file.Population, file.Share, file.Files),
        command.Actor,
        command.Today);
}
