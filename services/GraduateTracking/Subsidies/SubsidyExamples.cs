namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>Requests as the API description shows them.</summary>
internal static class SubsidyExamples
{
    public static readonly object Claim = new ClaimSubsidyRequest(
        "training", "420106", "cnc_machining", "intermediate", new(2023, 7, 10), new(2023, 8, 18));

    public static readonly object Approve = new ApproveSubsidyRequest("2023-09");

    public static readonly object Reason = new SubsidyReasonRequest("劳动合同已解除");
}
