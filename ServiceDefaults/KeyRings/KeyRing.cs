using System.Collections.Frozen;

namespace YouthPlatform.ServiceDefaults.KeyRings;

/// <summary>A key that wraps other keys.</summary>
public interface IWrappingKey
{
    /// <summary>Names the key without telling anything about it; rows and databases carry it.</summary>
    string Id { get; }
}

/// <summary>
/// The wrapping keys that the process was given. One of them is current: the database says which, so that all processes write under the same one.
/// The others are there to read what was written under them until it has been wrapped anew.
/// </summary>
/// <typeparam name="TKey">The keys.</typeparam>
public class KeyRing<TKey>
    where TKey : class, IWrappingKey
{
    private readonly FrozenDictionary<string, TKey> _keys;
    private volatile TKey _current;

    /// <param name="keys">The keys; the first is current until the database says otherwise.</param>
    public KeyRing(params IReadOnlyList<TKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys.DistinctBy(key => key.Id).ToFrozenDictionary(key => key.Id);
        _current = keys[0];
    }

    /// <summary>The key that is written under, as far as this process knows; a write under another one is refused by the database.</summary>
    public TKey Current => _current;

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<TKey> All => _keys.Values;

    /// <summary>The key of an id.</summary>
    /// <exception cref="KeyMissingException">The process was not given that key.</exception>
    public TKey this[string id] => _keys.TryGetValue(id, out var key)
        ? key
        : throw new KeyMissingException($"Something is stored under the key {id}, which is not configured; {string.Join(", ", _keys.Keys)} is.");

    /// <summary>Whether the process was given a key.</summary>
    public bool Has(string id) => _keys.ContainsKey(id);

    /// <summary>Writes under another key from now on.</summary>
    /// <exception cref="KeyMissingException">The process was not given that key.</exception>
    public void Use(string id) => _current = this[id];
}

/// <summary>What is stored cannot be read with the keys that the process was given.</summary>
public sealed class KeyMissingException(string message) : KeyNotFoundException(message);
