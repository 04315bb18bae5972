using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Inspections;

/// <summary>Requests as the API description shows them.</summary>
internal static class InspectionExamples
{
    private static readonly Guid Entitlement = new("0191f0c2-7a10-5000-8000-000000000009");

    public static readonly object Announce = new AnnounceDrawRequest("430100", new(2023, 9), new(2023, 12));

    public static readonly object Findings = new FindingsRequest([new Finding("inflation", "考勤与门禁记录不符")]);

    public static readonly object Reply = new ReplyRequest("已补充考勤原件");

    public static readonly object Conclude = new ConclusionRequest([new Annulment(Entitlement, Money.Zero)], "虚报属实");
}
