using System.Diagnostics.Metrics;
using Npgsql;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Counts the commits of one database that needed the lock.</summary>
internal sealed class ExactCommits : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly string _database;
    private long _count;

    internal ExactCommits(NpgsqlDataSource dataSource)
    {
        _database = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).Database!;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "YouthPlatform.EventStore", Name: "eventstore.commits.exact" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Add);
        _listener.Start();
    }

    internal long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, long measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        foreach (var tag in tags)
        {
            if (tag is { Key: "db.namespace", Value: string database } && database == _database)
            {
                Interlocked.Add(ref _count, measurement);
            }
        }
    }
}
