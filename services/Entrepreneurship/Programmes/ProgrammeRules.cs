using System.Globalization;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>
/// What the packs say of a programme. A programme is a prefix of keys: <c>golden_bridge.sectors</c>, <c>.project_eligibility</c>,
/// <c>.grant_min</c>, <c>.priority_sector_share</c>.
/// </summary>
internal sealed class ProgrammeRules(PolicyBook book)
{
    /// <summary>The rule under which a programme takes projects of a region on a date.</summary>
    /// <exception cref="ApiException">404: no pack has such a programme there and then.</exception>
    public RuleVersion Programme(string programme, RegionCode region, DateOnly on) => Find(
        programme, () => book.Eligibility($"{programme}.project_eligibility", region, on)).Version;

    /// <summary>Who may be recommended (G3 §三(三)3).</summary>
    /// <exception cref="ApiException">400: the sector is not one of the programme's.</exception>
    public EligibilityResult Eligibility(RecommendProjectRequest request, DateOnly on)
    {
        if (!Sectors(request.Programme, request.Region, on).Contains(request.Sector))
        {
            throw ApiException.BadRequest("project.sector_unknown", $"该计划没有领域 {request.Sector}。");
        }

        var facts = new EligibilityFacts
        {
            LeftSchoolOn = request.LeaderStanding == LeaderStanding.Graduate ? request.LeaderLeftSchoolOn : null,
            Flags = request.LeaderStanding == LeaderStanding.Student ? new HashSet<string> { "at_school" } : [],
        };
        return book.Evaluate($"{request.Programme}.project_eligibility", request.Region, on, facts);
    }

    /// <summary>Sectors of a programme.</summary>
    public CategoryList Sectors(string programme, RegionCode region, DateOnly on) =>
        Find(programme, () => book.List($"{programme}.sectors", region, on)).Value;

    /// <summary>The share that priority sectors must make up when the selection closes.</summary>
    public Rule<Threshold> SectorShare(string programme, RegionCode region, DateOnly on) =>
        Find(programme, () => book.Threshold($"{programme}.priority_sector_share", region, on));

    /// <summary>Checks of an award: its amount, and that the selection is closed so that the share can no longer change.</summary>
    public IReadOnlyList<NamedCheck> Award(Pitch pitch, ProgrammeState state, Money amount, DateOnly on)
    {
        var minimum = Find(pitch.Programme, () => book.Amount($"{pitch.Programme}.grant_min", pitch.Region, on));
        var share = SectorShare(pitch.Programme, pitch.Region, on);
        return
        [
            new(
                "grant.amount_at_least_minimum",
                amount >= minimum.Value,
                Facts(("amount", $"{amount}"), ("minimum", $"{minimum.Value}")),
                minimum.Version),
            new("grant.selection_closed", state is ProgrammeState.Closed, Facts(("closedOn", ClosedOn(state))), share.Version),
        ];
    }

    private static string ClosedOn(ProgrammeState state) =>
        state is ProgrammeState.Closed closed ? closed.ClosedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "open";

    private static Dictionary<string, string> Facts(params (string Name, string Value)[] facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value);

    private static T Find<T>(string programme, Func<T> lookUp)
    {
        try
        {
            return lookUp();
        }
        catch (PolicyParameterMissingException)
        {
            throw ApiException.NotFound("programme.unknown", $"当前没有在该地区实施的项目计划 {programme}。");
        }
    }
}
