using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RightsInspections;

/// <summary>An employer or agency that can be drawn.</summary>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="IsFocus">Whether it is under closer watch (重点监管对象) and drawn at the higher share.</param>
internal sealed record InspectionObject(CreditCode CreditCode, bool IsFocus);

/// <summary>An inspection as announced: objects and inspectors are fixed, the seed will be the digest of the announcement.</summary>
/// <param name="InspectionId">The inspection; one a region and period.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Period">Month <c>yyyy-MM</c> in which it takes place.</param>
/// <param name="Objects">Who can be drawn.</param>
/// <param name="Inspectors">Accounts of the inspectors that can be drawn.</param>
/// <param name="Share">Share of the other objects.</param>
/// <param name="FocusShare">Share of those under closer watch.</param>
/// <param name="Count">Fewest and most of each.</param>
/// <param name="InspectorsEach">Inspectors for an object.</param>
/// <param name="Rules">The rules behind these numbers.</param>
/// <param name="AnnouncedBy">Account.</param>
/// <param name="AnnouncedOn">China date.</param>
internal sealed record RightsInspectionFile(
    Guid InspectionId,
    RegionCode Region,
    YearMonth Period,
    IReadOnlyList<InspectionObject> Objects,
    IReadOnlyList<string> Inspectors,
    decimal Share,
    decimal FocusShare,
    NumberRange Count,
    int InspectorsEach,
    IReadOnlyList<RuleVersion> Rules,
    string AnnouncedBy,
    DateOnly AnnouncedOn);

/// <summary>An object that was drawn, with the inspectors that were drawn for it.</summary>
internal sealed record DrawnObject(CreditCode CreditCode, IReadOnlyList<string> Inspectors);

/// <summary>What an inspection of an object found.</summary>
/// <param name="CreditCode">The object.</param>
/// <param name="IsClean">Whether nothing unlawful was found.</param>
/// <param name="Findings">What was found; null when nothing was.</param>
/// <param name="CaseId">The case that was opened on it.</param>
/// <param name="By">Account of the inspector.</param>
/// <param name="On">China date.</param>
internal sealed record InspectionResult(CreditCode CreditCode, bool IsClean, string? Findings, Guid? CaseId, string By, DateOnly On);

internal abstract record RightsInspectionState
{
    private RightsInspectionState()
    {
    }

    public sealed record NotAnnounced : RightsInspectionState;

    public sealed record Announced(RightsInspectionFile File) : RightsInspectionState;

    public sealed record Drawn(RightsInspectionFile File, string Seed, IReadOnlyList<DrawnObject> Sample, ImmutableArray<InspectionResult> Results)
        : RightsInspectionState;

    public sealed record Published(RightsInspectionFile File, string Seed, IReadOnlyList<DrawnObject> Sample, ImmutableArray<InspectionResult> Results)
        : RightsInspectionState;

    public RightsInspectionFile FileOrThrow => this switch
    {
        Announced s => s.File,
        Drawn s => s.File,
        Published s => s.File,
        _ => throw new InvalidOperationException("An inspection that was never announced has no file."),
    };
}

internal abstract record RightsInspectionCommand;

internal sealed record AnnounceInspection(RightsInspectionFile File) : RightsInspectionCommand;

/// <summary>Draws with the digest of the announcement.</summary>
internal sealed record DrawInspection(byte[] Seed, long Position, string Actor, DateOnly Today) : RightsInspectionCommand;

internal sealed record RecordInspectionResult(InspectionResult Result) : RightsInspectionCommand;

internal sealed record PublishInspection(string Actor, DateOnly Today) : RightsInspectionCommand;

internal abstract record RightsInspectionEvent;

internal sealed record RightsInspectionAnnounced(RightsInspectionFile File) : RightsInspectionEvent;

/// <param name="InspectionId">The inspection.</param>
/// <param name="Seed">The digest of the announcement, lower-case hex.</param>
/// <param name="Position">Position of the announcement in the log.</param>
/// <param name="Algorithm">How objects and inspectors were drawn with it.</param>
/// <param name="Sample">The objects with their inspectors.</param>
/// <param name="DrawnBy">Account.</param>
/// <param name="DrawnOn">China date.</param>
internal sealed record RightsInspectionDrawn(
    Guid InspectionId, string Seed, long Position, string Algorithm, IReadOnlyList<DrawnObject> Sample, string DrawnBy, DateOnly DrawnOn)
    : RightsInspectionEvent;

internal sealed record RightsInspectionResultRecorded(Guid InspectionId, InspectionResult Result) : RightsInspectionEvent;

internal sealed record RightsInspectionPublished(
    Guid InspectionId, RegionCode Region, YearMonth Period, int Inspected, int WithFindings, string PublishedBy, DateOnly PublishedOn) : RightsInspectionEvent;
