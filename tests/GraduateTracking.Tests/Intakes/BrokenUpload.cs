using System.Net;
using System.Text;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

/// <summary>Sends the first rows of a roster, waits until the test is content with what came of them, then cuts the connection.</summary>
internal sealed class BrokenUpload(IEnumerable<RosterPerson> rows, Func<Task> untilSeen, CancellationTokenSource connection) : HttpContent
{
    /// <summary>Whether it came to that.</summary>
    public bool HasBrokenOff { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(TrackingHost.Csv(rows)));
        await stream.FlushAsync();
        await untilSeen();
        HasBrokenOff = true;
        await connection.CancelAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, connection.Token);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

/// <summary>Sends a roster row by row as it is made, so that neither side ever holds it whole.</summary>
internal sealed class StreamedUpload(Func<IEnumerable<RosterPerson>> rows) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true);
        var header = true;
        foreach (var chunk in rows().Chunk(100))
        {
            var text = TrackingHost.Csv(chunk);
            await writer.WriteAsync(header ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            header = false;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
