namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>Where a subsidy stands: codes for programs, names for officials.</summary>
internal static class SubsidyStatuses
{
    public const string NotEntitled = "not_entitled";
    public const string Candidate = "candidate";
    public const string Offered = "offered";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    public static string Of(SubsidyState state) => state switch
    {
        SubsidyState.Found s => s.File.IsEntitled ? Candidate : NotEntitled,
        SubsidyState.Offered => Offered,
        SubsidyState.Accepted => Accepted,
        SubsidyState.Declined => Declined,
        SubsidyState.Approved => Approved,
        _ => Rejected,
    };

    public static string NameOf(SubsidyState state) => Of(state) switch
    {
        NotEntitled => "不符合条件",
        Candidate => "待推介",
        Offered => "已推介",
        Accepted => "待审核",
        Declined => "已放弃",
        Approved => "已核定",
        _ => "已驳回",
    };
}
