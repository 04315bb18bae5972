using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Cells;

/// <summary>Says why an event that came to be known after a day changed a figure.</summary>
internal sealed class Reasons(IndicatorEngine engine, Indicator indicator, DateOnly since)
{
    private static readonly string Corrected = FactTypes.Of<ServiceRecordCorrected>().Name;
    private static readonly string Withdrawn = FactTypes.Of<ServiceRecordWithdrawn>().Name;

    private readonly Dictionary<string, (string Why, string Reason)> _byType = Later(engine, indicator)
        .Append((Type: Corrected, Why: "corrected", Reason: "业务记录已更正"))
        .Append((Type: Withdrawn, Why: "withdrawn", Reason: "业务记录已撤销"))
        .DistinctBy(each => each.Type)
        .ToDictionary(each => each.Type, each => (each.Why, each.Reason));

    public CellChange Of(
        Guid id, string source, long sequence, string type, DateOnly businessDate, DateOnly recordedOn, decimal change)
    {
        var (why, reason) = _byType.GetValueOrDefault(
            type, businessDate <= since ? ("late", "业务发生在前，信息到达在后") : ("new", "新发生的业务"));
        return new CellChange(id, source, sequence, type, businessDate, recordedOn, change, why, reason);
    }

    private static IEnumerable<(string Type, string Why, string Reason)> Later(IndicatorEngine engine, Indicator indicator) =>
        IndicatorEngine.LaterEventsOf(indicator)
            .Concat(indicator.Among is { } among ? IndicatorEngine.LaterEventsOf(engine.Get(among)) : [])
            .Select(later => (later.EventType, later.Why, later.Reason))
            .Concat(engine.Identities.All.SelectMany(identity => (IdentityChange[])[identity.Joined, identity.Parted])
                .Select(change => (change.EventType, change.Why, change.Reason)));
}
