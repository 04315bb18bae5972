using YouthPlatform.EventStore;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting;

/// <summary>The stored names of the service's events.</summary>
internal static class StoredEvents
{
    public static EventTypes Types { get; } = new EventTypes()
        .Add<FactRecorded>("reporting.fact_recorded.v1")
        .Add<FormSubmitted>("reporting.form_submitted.v1");
}
