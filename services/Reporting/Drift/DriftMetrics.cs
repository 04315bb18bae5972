using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace YouthPlatform.Reporting.Drift;

/// <summary>Rows of each projection that were not what the log says when this process looked last.</summary>
internal sealed class DriftMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _rows = new(StringComparer.Ordinal);
    private readonly Meter _meter;

    public DriftMetrics(IMeterFactory factory)
    {
        _meter = factory.Create("YouthPlatform.Reporting");
        _meter.CreateObservableGauge(
            "youthplatform.drift.rows",
            () => _rows.Select(each => new Measurement<long>(each.Value, new KeyValuePair<string, object?>("projection", each.Key))),
            "{row}",
            "Rows that differ from what the log says.");
    }

    public void Report(string projection, long rows) => _rows[projection] = rows;

    public void Dispose() => _meter.Dispose();
}
