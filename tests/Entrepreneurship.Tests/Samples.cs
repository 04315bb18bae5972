using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;
using YouthPlatform.Testing;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>An invented programme, project and award.</summary>
internal static class Samples
{
    public const string Leader = "person-1";
    public const string College = "college-1";
    public const string Proposer = "committee-1";
    public const string Approver = "approver-1";

    public static readonly DateOnly Day = new(2023, 4, 3);
    public static readonly RegionCode Hunan = RegionCode.Parse("430000");
    public static readonly RegionCode Changsha = RegionCode.Parse("430100");
    public static readonly PolicyData Packs = PolicyData.Load(Repository.PathOf("seeds"));
    public static readonly ProgrammeRules PackRules = new(Packs, new ReviewClock(Packs));
    public static readonly CallKey Call = new("golden_bridge", 2023);
    public static readonly ProgrammeTerms Terms = PackRules.Terms("golden_bridge", Hunan, Day);
    public static readonly Money TenThousand = Money.Of(10_000);
    public static readonly ContentRules Asked = new(Terms, 15);

    public static readonly ProjectContent Content = new(
        "水稻智能育秧",
        "rural_revitalisation",
        "以传感器和算法提高育秧成活率。",
        "10532",
        new(Id(2), Standing.Student),
        [new(Id(3), Standing.Graduate, new(2022, 6, 30))],
        null,
        TenThousand,
        [new("phone", "00ff")]);

    public static readonly ProjectFile TheProject = new(Id(1), Call, Changsha, Content, []);

    public static readonly ProjectDocument Document = new(Id(4), "business_plan", "计划书.pdf", "application/pdf", 1200, "ab12");

    public static readonly ReviewDeadline Deadline = PackRules.Review(Changsha, Day);

    public static readonly EligibilityResult Eligible = PackRules.Eligibility("golden_bridge", Changsha, Content.Leader, Day);

    public static readonly ReviewRound Round = ReviewRound.First(Leader, TheProject.Frozen(), Deadline);

    public static readonly RankedProject Ranked = new(Id(1), 1, "rural_revitalisation", true, TenThousand, 82.33m, ["judge-3"]);

    public static readonly SelectionResult TheSelection = Select(Ranked);

    public static readonly AwardFile TheAward = new(
        Id(1),
        Call,
        Changsha,
        Content.Title,
        TenThousand,
        AwardFile.Split(TenThousand, Terms.Tranches),
        Id(2),
        "91430102000000019R",
        Terms.ExclusiveGroup,
        Approver,
        Day) { College = "4143010532" };

    public static RuleVersion Rule => Terms.Rules[0];

    public static NamedCheck Passed => new("selection.quota", true, new Dictionary<string, string> { ["selected"] = "1" }, Rule);

    public static SelectionResult Select(params IReadOnlyList<RankedProject> ranking) =>
        Selector.Select(ranking, Terms, [], new Dictionary<Guid, string>());

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
