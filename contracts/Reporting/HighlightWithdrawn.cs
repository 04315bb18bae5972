using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>A prefecture took a text back; it no longer counts.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture, GB/T 2260.</param>
/// <param name="Month">Month that it counted for, <c>yyyy-MM</c>.</param>
/// <param name="WithdrawnOn">China date.</param>
[PublicEvent("youthplatform.reporting.highlight_withdrawn.v1")]
public sealed record HighlightWithdrawn(Guid HighlightId, string Region, string Month, DateOnly WithdrawnOn);
