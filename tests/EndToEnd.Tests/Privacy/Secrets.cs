using System.Buffers;
using System.Text;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.EndToEnd.Tests.Privacy;

/// <summary>
/// What nobody may find in clear outside the vault: names, citizen ids, telephones and accounts of everybody in the simulated year. Looked for in bytes, whatever
/// they are of, also as JSON and addresses escape them.
/// </summary>
internal sealed class Secrets
{
    private const int Chunk = 1 << 20;

    private readonly IReadOnlyList<string> _needles;
    private readonly SearchValues<string> _search;
    private readonly int _longest;

    private Secrets(IEnumerable<string> secrets)
    {
        _needles = [.. secrets.Where(secret => secret.Length > 0).SelectMany(Spellings).Distinct()];
        _search = SearchValues.Create([.. _needles], StringComparison.Ordinal);
        _longest = _needles.Max(needle => needle.Length);
    }

    /// <summary>Those of a simulated year, in which payees named accounts.</summary>
    public static Secrets Of(Regions regions, int people, int seed, IEnumerable<string> accounts)
    {
        var desk = new DeskPeople(regions);

        // Rows that are bad on purpose lack some of it.
        return new(new RosterGenerator(regions, seed).Generate(people).Concat(desk.All)
            .SelectMany(person => (string[])[person.CitizenId, person.Phone, person.Name]).Concat(desk.Accounts).Concat(accounts));
    }

    /// <summary>A text that is no secret, to see that one would be found.</summary>
    public static Secrets Probe(string text) => new([text]);

    /// <summary>The first secret in a text; null when there is none.</summary>
    public string? FindIn(string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return FindIn(bytes);
    }

    /// <summary>The first secret in a stream of bytes; null when there is none.</summary>
    public string? FindIn(Stream bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (buffer, kept) = (new byte[Chunk + _longest], 0);
        for (int read; (read = bytes.Read(buffer, kept, Chunk)) > 0;)
        {
            // A character a byte: bytes are compared, whatever they mean.
            var text = Encoding.Latin1.GetString(buffer, 0, kept + read);
            if (text.AsSpan().IndexOfAny(_search) is var at and >= 0)
            {
                return _needles.First(needle => text.AsSpan(at).StartsWith(needle, StringComparison.Ordinal));
            }

            var rest = Math.Min(_longest - 1, kept + read);
            buffer.AsSpan(kept + read - rest, rest).CopyTo(buffer);
            kept = rest;
        }

        return null;
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret));
        if (!Ascii.IsValid(secret))
        {
            yield return string.Concat(secret.Select(character => $"\\u{(int)character:X4}"));
            yield return string.Concat(secret.Select(character => $"\\u{(int)character:x4}"));
            yield return Uri.EscapeDataString(secret);
        }
    }
}
