namespace YouthPlatform.EventStore;

/// <summary>
/// Spares loads their question whether the log has moved on. Within an attempt, <c>Aggregate.LoadAsync</c> gives a remembered state as it is;
/// the append of the attempt asserts the version of every state that was given so, and is refused when one of them is not the newest.
/// </summary>
public sealed class Presumption
{
    private static readonly AsyncLocal<Presumption?> Current = new();

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _presumed = [];
    private bool _isOver;

    private Presumption()
    {
    }

    private bool NeedsProof
    {
        get
        {
            lock (_lock)
            {
                return !_isOver && _presumed.Count > 0;
            }
        }
    }

    /// <summary>
    /// Makes an attempt on remembered states. What no append has proven does not get out: when the attempt ends without one, with
    /// an answer or an exception, it is made again on what the log says. Within an attempt that is under way it is a part of that.
    /// </summary>
    /// <param name="attempt">Loads, decides and appends, once at most; may be made twice.</param>
    /// <exception cref="WrongExpectedVersionException">The append was refused, since a state had moved: to be attempted again without presuming.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (Current.Value is { _isOver: false })
        {
            return await attempt();
        }

        var presumption = new Presumption();
        Current.Value = presumption;
        try
        {
            var answer = await attempt();
            if (!presumption.NeedsProof)
            {
                return answer;
            }
        }
#pragma warning disable CA1031 // Whatever it is, it may come from a state that is not the newest.
        catch (Exception) when (presumption.NeedsProof)
#pragma warning restore CA1031
        {
            // A refusal has to be as exact as a change.
        }
        finally
        {
            presumption.End();
        }

        return await attempt();
    }

    /// <summary>Notes that a remembered state is taken as the newest.</summary>
    /// <returns>Whether it may be.</returns>
    /// <exception cref="WrongExpectedVersionException">Another version was taken before; the attempt is made again.</exception>
    internal static bool Takes(string stream, long version) => Current.Value?.Note(stream, version) ?? false;

    /// <summary>Adds what has been presumed to an append, which ends the attempt: whatever becomes of the append holds.</summary>
    internal static Append Prove(Append append) => Current.Value?.ProveBy(append) ?? append;

    private bool Note(string stream, long version)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            if (!_presumed.TryAdd(stream, version) && _presumed[stream] is var first && first != version)
            {
                throw new WrongExpectedVersionException(stream, first, version);
            }

            return true;
        }
    }

    private Append ProveBy(Append append)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return append;
            }

            _isOver = true;
            foreach (var written in append.Streams)
            {
                _presumed.Remove(written.Stream);
            }

            return _presumed.Count == 0
                ? append
                : append with { Streams = [.. append.Streams, .. _presumed.Select(state => new StreamAppend(state.Key, state.Value, []))] };
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }
    }
}
