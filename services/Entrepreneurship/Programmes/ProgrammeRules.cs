using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>What the packs say of programmes. A programme is a prefix of keys; what all have in common begins with <c>grants</c>.</summary>
internal sealed class ProgrammeRules(PolicyData policy, ReviewClock clock)
{
    private PolicyBook Book => policy.Book;

    /// <summary>The terms of a programme in a region on a day.</summary>
    /// <exception cref="ApiException">404: no pack has such a programme there and then.</exception>
    public ProgrammeTerms Terms(string programme, RegionCode region, DateOnly on)
    {
        List<RuleVersion> used = [];
        T Use<T>(Func<string, RegionCode, DateOnly, Rule<T>> find, string key)
            where T : notnull
        {
            var rule = find(key, region, on);
            used.Add(rule.Version);
            return rule.Value;
        }

        try
        {
            var points = Use(Book.Table, $"{programme}.rubric_points").Rows;
            var terms = new ProgrammeTerms(
                region,
                Use(Book.Date, $"{programme}.opens_on"),
                Use(Book.Date, $"{programme}.closes_on"),
                Use(Book.Amount, $"{programme}.budget"),
                Use(Book.Range, $"{programme}.award"),
                Use(Book.Amount, $"{programme}.award_step"),
                Use(Book.WholeNumber, $"{programme}.quota"),
                Use(Book.Threshold, $"{programme}.priority_sector_share"),
                Use(Book.List, $"{programme}.sectors").Items,
                Use(Book.List, $"{programme}.stages").Items,
                [.. Use(Book.List, $"{programme}.rubric").Items.Select(item => new Criterion(item.Code, item.Name, points[item.Code].Amount))],
                Use(Book.WholeNumber, $"{programme}.judges"),
                Use(Book.Number, "grants.outlier_points"),
                Use(Book.Number, "grants.pass_mark"),
                Use(Book.WholeNumber, "grants.notice_working_days"),
                [.. Use(Book.Table, $"{programme}.tranches").Rows.Select(row => new TrancheRule(row.Key, row.Value.Amount))],
                Use(Book.Choice, $"{programme}.exclusive_group"),
                used);
            return terms.SectorShare.Comparison is Comparison.AtLeast or Comparison.MoreThan
                ? terms
                : throw new InvalidOperationException($"The sector share of {programme} has to be a least share.");
        }
        catch (PolicyParameterMissingException missing)
        {
            throw ApiException.NotFound("programme.unknown", $"没有该项目计划，或政策参数未配置：{missing.Key}。");
        }
    }

    /// <summary>Whether the team's leader may apply (G3 §三(三)3).</summary>
    public EligibilityResult Eligibility(string programme, RegionCode region, TeamMember leader, DateOnly on)
    {
        var isGraduate = leader.Standing == Standing.Graduate;
        return Book.Evaluate($"{programme}.project_eligibility", region, on, new EligibilityFacts
        {
            LeftSchoolOn = isGraduate ? leader.LeftSchoolOn : null,
            Flags = isGraduate ? [] : new HashSet<string> { "at_school" },
        });
    }

    public ReviewDeadline Review(RegionCode region, DateOnly on) => clock.Start("grants.review_days", region, on);

    public CategoryList ReturnCodes(RegionCode region, DateOnly on) => Book.List("review.return_codes", region, on).Value;

    public Rule<CategoryList> ObjectionGrounds(RegionCode region, DateOnly on) => Book.List("grants.objection_grounds", region, on);

    public DocumentLimits Documents(RegionCode region, DateOnly on) => new(
        Book.List("grants.document_kinds", region, on).Value,
        Book.List("grants.document_types", region, on).Value,
        Book.WholeNumber("grants.document_bytes", region, on).Value,
        Book.WholeNumber("grants.documents", region, on).Value);

    public int MostMembers(RegionCode region, DateOnly on) => Book.WholeNumber("grants.team_members", region, on).Value;

    /// <summary>Last day of a notice that is published today.</summary>
    public DateOnly NoticeUntil(ProgrammeTerms terms, DateOnly today) => policy.Calendar.AddWorkingDays(today, terms.NoticeDays);

    /// <summary>Reads a region that is on file.</summary>
    /// <exception cref="ApiException">400 for anything else.</exception>
    public RegionCode Region(string text) => RegionCode.TryParseExact(text, out var code) && policy.Regions.Find(code) is not null
        ? code
        : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
}

/// <summary>What documents may be.</summary>
/// <param name="Kinds">Kinds by code.</param>
/// <param name="Types">Media types; the name of an item is the type.</param>
/// <param name="MostBytes">Largest document.</param>
/// <param name="Most">Most documents of a project.</param>
internal sealed record DocumentLimits(CategoryList Kinds, CategoryList Types, int MostBytes, int Most);
