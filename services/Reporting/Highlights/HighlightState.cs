namespace YouthPlatform.Reporting.Highlights;

/// <summary>Where a text stands.</summary>
internal abstract record HighlightState
{
    private HighlightState()
    {
    }

    /// <summary>Nobody filed it.</summary>
    public sealed record NotFiled : HighlightState
    {
        public static NotFiled Instance { get; } = new();
    }

    /// <summary>Kept by the prefecture; nobody else sees it.</summary>
    /// <param name="File">The text so far.</param>
    public sealed record Draft(HighlightFile File) : HighlightState;

    /// <summary>A draft that was thrown away.</summary>
    /// <param name="File">The text as it was.</param>
    public sealed record Discarded(HighlightFile File) : HighlightState;

    /// <summary>On file.</summary>
    /// <param name="File">The text.</param>
    /// <param name="Filing">How it was filed.</param>
    /// <param name="Commendation">How it was made known; null where it was not.</param>
    public sealed record Filed(HighlightFile File, HighlightFiled Filing, HighlightCommended? Commendation) : HighlightState;

    /// <summary>Taken back.</summary>
    public sealed record Withdrawn(HighlightFile File, HighlightFiled Filing, HighlightWithdrawn Withdrawal) : HighlightState;
}
