using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>What happens to a text.</summary>
internal abstract record HighlightEvent;

/// <summary>A prefecture keeps a text that it has not filed yet, or keeps it anew.</summary>
/// <param name="File">The text so far.</param>
/// <param name="DueOn">Last day on which it would be in time.</param>
/// <param name="DraftedBy">Account.</param>
/// <param name="DraftedOn">China date.</param>
internal sealed record HighlightDrafted(HighlightFile File, DateOnly DueOn, string DraftedBy, DateOnly DraftedOn) : HighlightEvent;

/// <summary>A draft was thrown away.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it was meant for.</param>
/// <param name="DiscardedBy">Account.</param>
/// <param name="DiscardedOn">China date.</param>
internal sealed record HighlightDiscarded(
    Guid HighlightId, RegionCode Region, YearMonth Month, string DiscardedBy, DateOnly DiscardedOn) : HighlightEvent;

/// <summary>A prefecture filed a text.</summary>
/// <param name="File">The text.</param>
/// <param name="DueOn">Last day on which it is in time: the month's last.</param>
/// <param name="Rules">Rules that it was checked against.</param>
/// <param name="FiledBy">Account.</param>
/// <param name="FiledOn">China date.</param>
internal sealed record HighlightFiled(HighlightFile File, DateOnly DueOn, IReadOnlyList<RuleVersion> Rules, string FiledBy, DateOnly FiledOn)
    : HighlightEvent;

/// <summary>Its wording was changed.</summary>
/// <param name="File">The text as it is now.</param>
/// <param name="RevisedBy">Account.</param>
/// <param name="RevisedOn">China date.</param>
internal sealed record HighlightRevised(HighlightFile File, string RevisedBy, DateOnly RevisedOn) : HighlightEvent;

/// <summary>It no longer counts.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it counted for.</param>
/// <param name="Reason">Why.</param>
/// <param name="WithdrawnBy">Account.</param>
/// <param name="WithdrawnOn">China date.</param>
internal sealed record HighlightWithdrawn(
    Guid HighlightId, RegionCode Region, YearMonth Month, string Reason, string WithdrawnBy, DateOnly WithdrawnOn) : HighlightEvent;

/// <summary>The level above made it known as an example.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it counts for.</param>
/// <param name="Note">What is exemplary about it.</param>
/// <param name="CommendedBy">Account.</param>
/// <param name="CommendedOn">China date.</param>
internal sealed record HighlightCommended(
    Guid HighlightId, RegionCode Region, YearMonth Month, string Note, string CommendedBy, DateOnly CommendedOn) : HighlightEvent;
