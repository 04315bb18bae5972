namespace YouthPlatform.Payments.PayRuns;

/// <summary>Names of the states of a line as rows and files have them.</summary>
public static class LineStatuses
{
    /// <summary>The name of a state.</summary>
    public static string NameOf(LineStatus status) => status switch
    {
        LineStatus.Sent => "sent",
        LineStatus.Paid => "paid",
        LineStatus.Failed => "failed",
        LineStatus.Doubted => "doubted",
        LineStatus.Returned => "returned",
        _ => "offset",
    };
}
