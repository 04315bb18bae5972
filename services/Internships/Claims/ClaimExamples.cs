namespace YouthPlatform.Internships.Claims;

/// <summary>Requests as the API description shows them.</summary>
internal static class ClaimExamples
{
    private static readonly Guid Placement = new("0191f0c2-7a10-7000-8000-000000000005");
    private static readonly Guid Unit = new("0191f0c2-7a10-7000-8000-000000000001");

    public static readonly object Propose = new ProposeClaimRequest(new(2023, 9), [new ClaimLineRequest(Placement)]);

    public static readonly object Settle = new SettleYearRequest(Unit, 2023);

    public static readonly object Override = new ProposeOverrideRequest(1, "attendance.sufficient", "已补交请假证明");

    public static readonly object Confirm = new ConfirmOverrideRequest(1, "attendance.sufficient");
}
