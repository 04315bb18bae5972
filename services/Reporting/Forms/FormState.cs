namespace YouthPlatform.Reporting.Forms;

/// <summary>Where the form of a prefecture and month stands.</summary>
internal abstract record FormState
{
    private FormState()
    {
    }

    /// <summary>The figures are still compiled.</summary>
    public sealed record Open : FormState
    {
        public static Open Instance { get; } = new();
    }

    /// <summary>Handed in, with the figures of that moment.</summary>
    public sealed record Submitted(FormSubmitted Submission) : FormState;
}
