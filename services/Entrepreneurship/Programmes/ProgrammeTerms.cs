using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>A programme in a year: what is open, reviewed and decided together.</summary>
/// <param name="Programme">Code, such as <c>golden_bridge</c>; the prefix of its keys in the packs.</param>
/// <param name="Year">Calendar year.</param>
internal sealed record CallKey(string Programme, int Year)
{
    public override string ToString() => $"{Programme}-{Year}";
}

/// <summary>A criterion of the rubric.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Points">Most points that a judge can give.</param>
internal sealed record Criterion(string Code, string Name, decimal Points);

/// <summary>A part of an award.</summary>
/// <param name="Code">Code; the order is that of the list.</param>
/// <param name="Share">Share of the award; the shares make 1.</param>
internal sealed record TrancheRule(string Code, decimal Share);

/// <summary>What the packs said of a programme on the day it was opened; frozen, so that its decisions can be replayed.</summary>
/// <param name="Region">Region of the authority.</param>
/// <param name="OpensOn">First day of applications.</param>
/// <param name="ClosesOn">Last day of applications.</param>
/// <param name="Budget">Most that all awards cost.</param>
/// <param name="Award">Least and most of an award, yuan.</param>
/// <param name="AwardStep">Awards are multiples of it.</param>
/// <param name="Quota">Most projects.</param>
/// <param name="SectorShare">Share of priority sectors among the selected (G3 §三(三)3).</param>
/// <param name="Sectors">Sectors; a flag marks the priority ones.</param>
/// <param name="Stages">Stages in their order; the first says who looks at applications.</param>
/// <param name="Rubric">Criteria; their points make 100.</param>
/// <param name="Judges">Judges of a project.</param>
/// <param name="OutlierPoints">Distance from the median beyond which a total is an outlier.</param>
/// <param name="PassMark">Least points of a selected project.</param>
/// <param name="NoticeDays">Working days of the public notice.</param>
/// <param name="Tranches">Parts of an award in their order.</param>
/// <param name="ExclusiveGroup">Programmes of one group support a team or firm once.</param>
/// <param name="Rules">The rules behind all this.</param>
internal sealed record ProgrammeTerms(
    RegionCode Region,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    Money Budget,
    NumberRange Award,
    Money AwardStep,
    int Quota,
    Threshold SectorShare,
    IReadOnlyList<Category> Sectors,
    IReadOnlyList<Category> Stages,
    IReadOnlyList<Criterion> Rubric,
    int Judges,
    decimal OutlierPoints,
    decimal PassMark,
    int NoticeDays,
    IReadOnlyList<TrancheRule> Tranches,
    string ExclusiveGroup,
    IReadOnlyList<RuleVersion> Rules)
{
    /// <summary>Stage in which a college's committee recommends (G3 §三(三)3).</summary>
    public const string Recommendation = "recommendation";

    private const string CountsTowardsShare = "counts_towards_share";

    public bool NeedsRecommendation() => Stages[0].Code == Recommendation;

    public bool HasSector(string code) => Sectors.Any(sector => sector.Code == code);

    public bool Counts(string sector) => Sectors.Any(known => known.Code == sector && known.Has(CountsTowardsShare));

    public bool IsOpen(DateOnly on) => OpensOn <= on && on <= ClosesOn;
}
