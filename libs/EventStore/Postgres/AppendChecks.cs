using System.Text;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What an append must be before anything is sent.</summary>
internal static class AppendChecks
{
    /// <summary>Most bytes of a name or id.</summary>
    internal const int LongestText = 60_000;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Refuses senseless versions, a stream named twice, and texts that PostgreSQL cannot keep.</summary>
    /// <exception cref="ArgumentException">The append is senseless.</exception>
    internal static void Check(Append append)
    {
        Check(append.Metadata.Actor);
        Check(append.Metadata.TraceParent);
        Check(append.Metadata.CausationId);
        HashSet<string> names = [];
        foreach (var stream in append.Streams)
        {
            ArgumentException.ThrowIfNullOrEmpty(stream.Stream);
            Check(stream.Stream);
            if (stream.ExpectedVersion is < 0 or > int.MaxValue - 1_000_000 || !names.Add(stream.Stream))
            {
                throw new ArgumentException($"Stream {stream.Stream} has a senseless version or is named twice in one append.", nameof(append));
            }
        }
    }

    /// <summary>Refuses what cannot be kept: half surrogates, NUL, and more than the longest text.</summary>
    private static void Check(string? text)
    {
        if (text is not null && (text.Contains('\0', StringComparison.Ordinal) || StrictUtf8.GetByteCount(text) > LongestText))
        {
            throw new ArgumentException("A name or id contains a NUL character or is too long.", nameof(text));
        }
    }
}
