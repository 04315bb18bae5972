namespace YouthPlatform.EventStore.Postgres;

/// <summary>What is known of a stream: its key, which never changes, and its version, null when only the key is known.</summary>
internal readonly record struct KnownStream(long Key, int? Version);

/// <summary>
/// Bounded memory of streams. Two generations: what was not asked for while a generation filled up is forgotten with the one
/// before it. Versions hold for the head that the writer knows; when another process moved the head, everything is forgotten.
/// </summary>
internal sealed class StreamCache(int capacity)
{
    private readonly Lock _lock = new();
    private Dictionary<string, KnownStream> _young = [];
    private Dictionary<string, KnownStream> _old = [];

    internal KnownStream? Find(string name)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(name, out var known))
            {
                return known;
            }

            if (!_old.TryGetValue(name, out known))
            {
                return null;
            }

            Put(name, known);
            return known;
        }
    }

    internal void Set(string name, KnownStream known)
    {
        lock (_lock)
        {
            Put(name, known);
        }
    }

    /// <summary>Remembers the key of a loaded stream; what the writer knows of it already is worth more.</summary>
    internal void LearnKey(string name, long key)
    {
        lock (_lock)
        {
            if (!_young.ContainsKey(name) && !_old.ContainsKey(name))
            {
                Put(name, new KnownStream(key, null));
            }
        }
    }

    internal void Clear()
    {
        lock (_lock)
        {
            _young = [];
            _old = [];
        }
    }

    private void Put(string name, KnownStream known)
    {
        _young[name] = known;
        if (_young.Count >= Math.Max(1, capacity / 2))
        {
            _old = _young;
            _young = [];
        }
    }
}
