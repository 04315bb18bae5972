using System.ComponentModel;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>A cadre begins to help students.</summary>
internal sealed record RegisterCadreRequest(
    [property: Description("Code of pairing.programmes")] string Programme,
    [property: Description("College or office")] string Unit,
    [property: Description("Region of the college or office, GB/T 2260")] string Region,
    [property: Description("Account that acts as the cadre; the caller's own when left out")] string? Account = null);

/// <summary>A student is paired.</summary>
internal sealed record PairStudentRequest(
    Guid PersonId,
    [property: Description("Whether the student's college is a 'double first-class' one; the League's pairings are for the others (G3 §三(三)1)")]
    bool? DoubleFirstClass = null);

/// <summary>A fitting post is recommended.</summary>
internal sealed record RecommendJobRequest(
    FittingJob Job, [property: Description("China date; today when left out")] DateOnly? RecommendedOn = null);

/// <summary>What else was done for the student.</summary>
internal sealed record FollowStudentRequest(
    [property: Description("Code of pairing.follow_up_kinds")] string Kind,
    [property: Description("China date; today when left out")] DateOnly? FollowedOn = null);

/// <summary>The help ends.</summary>
internal sealed record EndPairingRequest([property: Description("Code of pairing.end_reasons; employed needs evidence in the ledger")] string Reason);

/// <summary>Another cadre takes the student over.</summary>
internal sealed record HandOverRequest(Guid ToCadreId, string Reason);

/// <summary>Another cadre acts for this one for a while.</summary>
internal sealed record ArrangeCoverRequest(Guid CoverCadreId, DateOnly From, DateOnly To, string Reason);

/// <summary>Invented requests for the API description.</summary>
internal static class PairingExamples
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static RegisterCadreRequest Register { get; } = new("golden_bridge", "示例职业学院", "430100", "cadre-17");

    public static PairStudentRequest Pair { get; } = new(SomeId, DoubleFirstClass: false);

    public static RecommendJobRequest Recommend { get; } = new(new("机电技术员", "长沙示例机电有限公司", "430102", ["major", "region"]));

    public static FollowStudentRequest Follow { get; } = new("intention");

    public static EndPairingRequest End { get; } = new("employed");

    public static HandOverRequest HandOver { get; } = new(SomeId, "工作调动");

    public static ArrangeCoverRequest Cover { get; } = new(SomeId, new(2023, 9, 1), new(2023, 9, 30), "外出培训");
}
