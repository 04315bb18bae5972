using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>One project and the people around it.</summary>
internal static class Samples
{
    public const string GoldenBridge = "golden_bridge";
    public const string Recommender = "college-1";
    public const string Proposer = "committee-1";
    public const string Approver = "committee-2";
    public const string Payer = "finance-1";

    public static readonly Guid ProjectId = Guid.Parse("0188f1a0-0000-7000-8000-000000000001");
    public static readonly Guid LeaderId = Guid.Parse("0188f1a0-0000-7000-8000-000000000002");
    public static readonly Guid PaymentId = Guid.Parse("0188f1a0-0000-7000-8000-000000000003");
    public static readonly DateOnly Day = new(2023, 6, 1);
    public static readonly RegionCode Changsha = RegionCode.Parse("430100");
    public static readonly Money EightThousand = Money.Of(8_000m);

    public static readonly RuleVersion Rule = new(
        "G3", "golden_bridge.sector_share", RegionCode.Parse("430000"), new(2023, 2, 1), new(2023, 12, 31), "G3 §三(三)3", null);

    public static readonly ProjectRecommended Recommended = new(
        ProjectId, GoldenBridge, "水稻智能育秧", "rural_revitalisation", Changsha, LeaderId, Eligible, Recommender, Day);

    public static readonly ProjectSelected Selected = new(ProjectId, Proposer, Day);
    public static readonly ProjectDeclined Declined = new(ProjectId, "材料不全", Proposer, Day);
    public static readonly GrantProposed Proposed = new(ProjectId, EightThousand, [Passed], Proposer, Day);
    public static readonly GrantApproved Approved = new(ProjectId, GoldenBridge, Changsha, "rural_revitalisation", EightThousand, Approver, Day);
    public static readonly GrantPaymentOrdered Ordered = new(ProjectId, PaymentId, Payer, Day);
    public static readonly GrantPaid Paid = new(ProjectId, PaymentId, GoldenBridge, Changsha, EightThousand, Day);
    public static readonly GrantPaymentFailed Failed = new(ProjectId, PaymentId, "账号不符", Day);

    public static EligibilityResult Eligible => new(true, "student", [Passed], Rule);

    public static NamedCheck Passed => new("golden_bridge.award_minimum", true, new Dictionary<string, string> { ["amount"] = "8000.00" }, Rule);

    public static NamedCheck Refused => Passed with { Passed = false };
}
