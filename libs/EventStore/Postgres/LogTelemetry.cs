using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Traces and metrics of the log; carries no stream names and no content.</summary>
internal static class LogTelemetry
{
    internal const string Name = "YouthPlatform.EventStore";

    internal static ActivitySource Activities { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static Counter<long> Events { get; } =
        Meter.CreateCounter<long>("eventstore.events.appended", "{event}", "Events committed.");

    internal static Histogram<int> CommitSize { get; } =
        Meter.CreateHistogram<int>("eventstore.commit.appends", "{append}", "Appends that shared one commit.");

    internal static Histogram<double> AppendDuration { get; } =
        Meter.CreateHistogram<double>("eventstore.append.duration", "s", "From the call to the durable commit.");

    internal static Counter<long> Conflicts { get; } =
        Meter.CreateCounter<long>("eventstore.conflicts", "{append}", "Appends refused for a wrong expected version.");

    internal static Counter<long> ExactCommits { get; } =
        Meter.CreateCounter<long>("eventstore.commits.exact", "{commit}", "Commits that needed the head's lock and a second round trip.");
}
