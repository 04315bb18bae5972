using System.Diagnostics;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What every store does around an append: has it prove what was presumed, traces and measures it, and lets the remembered states know.</summary>
internal static class MeasuredAppend
{
    /// <summary>Runs an append.</summary>
    /// <param name="append">What is appended.</param>
    /// <param name="states">States that are remembered.</param>
    /// <param name="write">Writes it, with what it has to prove; is given the trace context to carry on.</param>
    /// <exception cref="WrongExpectedVersionException">A stream moved; nothing was written.</exception>
    public static async Task<AppendResult> RunAsync(Append append, StateCache states, Func<Append, ActivityContext, Task<AppendResult>> write)
    {
        using var activity = LogTelemetry.Activities.StartActivity("eventstore append");
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await write(Presumption.Prove(append), activity?.Context ?? Activity.Current?.Context ?? default);
            LogTelemetry.AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            foreach (var stream in append.Streams)
            {
                states.Committed(stream);
            }

            return result.Versions.Count == append.Streams.Count ? result : result with { Versions = [.. result.Versions.Take(append.Streams.Count)] };
        }
        catch (WrongExpectedVersionException)
        {
            LogTelemetry.Conflicts.Add(1);
            throw;
        }
    }
}
