using System.Diagnostics;
using OpenTelemetry;

namespace YouthPlatform.ServiceDefaults.Telemetry;

/// <summary>Query strings may name people (searches do), so no span leaves the process with one.</summary>
internal sealed class QueryRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.query") is not null)
        {
            data.SetTag("url.query", null);
        }

        if (data.GetTagItem("url.full") is string url && url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query)
        {
            data.SetTag("url.full", url[..query]);
        }
    }
}
