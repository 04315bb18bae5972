namespace YouthPlatform.Reporting.Highlights;

/// <summary>What can be asked of a text.</summary>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal abstract record HighlightCommand(string Actor, DateOnly Today);

/// <summary>Keeps it for later, as it is.</summary>
internal sealed record DraftHighlight(HighlightFile File, HighlightRules Rules, string Actor, DateOnly Today) : HighlightCommand(Actor, Today);

/// <summary>Throws a draft away.</summary>
internal sealed record DiscardHighlight(string Actor, DateOnly Today) : HighlightCommand(Actor, Today);

/// <summary>Files it.</summary>
internal sealed record FileHighlight(HighlightFile File, HighlightRules Rules, string Actor, DateOnly Today) : HighlightCommand(Actor, Today);

/// <summary>Changes its wording.</summary>
internal sealed record ReviseHighlight(string Title, string Text, HighlightRules Rules, string Actor, DateOnly Today) : HighlightCommand(Actor, Today);

/// <summary>Takes it back.</summary>
internal sealed record WithdrawHighlight(string Reason, string Actor, DateOnly Today) : HighlightCommand(Actor, Today);

/// <summary>Makes it known as an example.</summary>
internal sealed record CommendHighlight(string Note, string Actor, DateOnly Today) : HighlightCommand(Actor, Today);
