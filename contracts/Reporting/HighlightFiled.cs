using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Reporting;

/// <summary>A prefecture filed a text on its work (H32 §三(四)). The text itself is read from the service.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture, GB/T 2260.</param>
/// <param name="Month">Month that it counts for, <c>yyyy-MM</c>.</param>
/// <param name="FiledOn">China date.</param>
/// <param name="DueOn">Last day on which it is in time.</param>
[PublicEvent("youthplatform.reporting.highlight_filed.v1")]
public sealed record HighlightFiled(Guid HighlightId, string Region, string Month, DateOnly FiledOn, DateOnly DueOn);
