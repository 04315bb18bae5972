namespace YouthPlatform.Reporting.Forms;

/// <summary>How the tables write states and kinds.</summary>
internal static class FormStates
{
    public const string Submitted = "submitted";
    public const string Returned = "returned";
    public const string Approved = "approved";
    public const string Locked = "locked";
    public const string Unlocked = "unlocked";

    /// <summary>Reads a state.</summary>
    public static FormProgress Read(string state) => state switch
    {
        Submitted => FormProgress.Submitted,
        Returned => FormProgress.Returned,
        Approved => FormProgress.Approved,
        Locked => FormProgress.Locked,
        Unlocked => FormProgress.Unlocked,
        _ => FormProgress.Open,
    };

    /// <summary>Where a state stands.</summary>
    public static FormProgress Of(FormState state) => state switch
    {
        FormState.Submitted => FormProgress.Submitted,
        FormState.Returned => FormProgress.Returned,
        FormState.Approved => FormProgress.Approved,
        FormState.Locked => FormProgress.Locked,
        FormState.Unlocked => FormProgress.Unlocked,
        _ => FormProgress.Open,
    };

    /// <summary>Writes a kind of version.</summary>
    public static string Of(FormVersionKind kind) => kind == FormVersionKind.Submission ? "submission" : "restatement";
}
