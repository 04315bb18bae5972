using System.Diagnostics;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What every store does around an append: traces it, measures it, and lets the remembered states know.</summary>
internal static class MeasuredAppend
{
    /// <summary>Runs an append.</summary>
    /// <param name="append">What is appended.</param>
    /// <param name="states">States that are remembered.</param>
    /// <param name="write">Writes it; is given the trace context to carry on.</param>
    /// <exception cref="WrongExpectedVersionException">A stream moved; nothing was written.</exception>
    public static async Task<AppendResult> RunAsync(Append append, StateCache states, Func<ActivityContext, Task<AppendResult>> write)
    {
        using var activity = LogTelemetry.Activities.StartActivity("eventstore append");
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await write(activity?.Context ?? Activity.Current?.Context ?? default);
            LogTelemetry.AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            foreach (var stream in append.Streams)
            {
                states.Committed(stream);
            }

            return result;
        }
        catch (WrongExpectedVersionException)
        {
            LogTelemetry.Conflicts.Add(1);
            throw;
        }
    }
}
