using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>A case as opened.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Code of <c>rights.case_kinds</c>.</param>
/// <param name="Source">Code of <c>rights.case_sources</c>.</param>
/// <param name="Party">Credit code of the employer or agency.</param>
/// <param name="Facts">What it is about, without personal data.</param>
/// <param name="OpenedBy">Account.</param>
/// <param name="OpenedOn">China date.</param>
internal sealed record RightsCaseFile(
    Guid CaseId, RegionCode Region, string Kind, string Source, CreditCode Party, string Facts, string OpenedBy, DateOnly OpenedOn);

/// <summary>An order to rectify (责令整改书).</summary>
/// <param name="Demand">What is to be done.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="DueRule">Rule of that day.</param>
internal sealed record RectificationOrder(string Demand, DateOnly DueOn, RuleVersion DueRule);

/// <summary>What the employer says it has done.</summary>
internal sealed record RectificationReport(string Report, string ReportedBy);

/// <summary>How a case ended.</summary>
internal enum CaseOutcome
{
    /// <summary>Nothing unlawful was found.</summary>
    Dismissed,

    /// <summary>The law was broken.</summary>
    Upheld,
}

internal abstract record RightsCaseState
{
    private RightsCaseState()
    {
    }

    public sealed record NotOpened : RightsCaseState;

    public sealed record Open(RightsCaseFile File) : RightsCaseState;

    public sealed record Investigated(RightsCaseFile File, string Findings, int GraduatesConcerned, string InvestigatedBy) : RightsCaseState;

    public sealed record UnderOrder(RightsCaseFile File, RectificationOrder Order, RectificationReport? Report) : RightsCaseState;

    public sealed record Closed(RightsCaseFile File, CaseOutcome Outcome) : RightsCaseState;

    public RightsCaseFile FileOrThrow => this switch
    {
        Open s => s.File,
        Investigated s => s.File,
        UnderOrder s => s.File,
        Closed s => s.File,
        _ => throw new InvalidOperationException("A case that was never opened has no file."),
    };
}
