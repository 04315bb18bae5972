using System.Text.Json;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>A correction or withdrawal of a record that was counted: the record as it had been published, and as it holds now.</summary>
/// <param name="EventType">Type under which it had been published.</param>
/// <param name="On">China date of the correction.</param>
/// <param name="Before">The record as it had been.</param>
/// <param name="After">The record as it is; null when it was withdrawn.</param>
internal sealed record RecordCorrection(string EventType, DateOnly On, FactRecorded Before, FactRecorded? After)
{
    private static readonly string Corrected = FactTypes.Of<ServiceRecordCorrected>().Name;
    private static readonly string Withdrawn = FactTypes.Of<ServiceRecordWithdrawn>().Name;

    /// <summary>The correction that a fact is; null for any other fact.</summary>
    public static RecordCorrection? Of(FactRecorded fact)
    {
        if (fact.Type == Corrected)
        {
            var e = fact.Data.Deserialize<ServiceRecordCorrected>(PublicEventTypes.Json)!;
            return new(e.EventType, e.CorrectedOn, State(fact, e.EventType, e.Before), State(fact, e.EventType, e.After));
        }

        if (fact.Type == Withdrawn)
        {
            var e = fact.Data.Deserialize<ServiceRecordWithdrawn>(PublicEventTypes.Json)!;
            return new(e.EventType, e.WithdrawnOn, State(fact, e.EventType, e.Before), null);
        }

        return null;
    }

    private static FactRecorded State(FactRecorded fact, string type, IReadOnlyDictionary<string, string> members) =>
        fact with { Type = type, Data = JsonSerializer.SerializeToElement(members) };
}
