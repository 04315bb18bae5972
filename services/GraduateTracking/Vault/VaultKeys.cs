namespace YouthPlatform.GraduateTracking.Vault;

/// <summary>
/// The master keys that the process was given. One of them is current: the database says which, so that all processes write under the same one.
/// The others are there to read what was written under them until it has been wrapped anew.
/// </summary>
internal sealed class VaultKeys
{
    private readonly Dictionary<string, MasterKey> _keys;
    private volatile MasterKey _current;

    public VaultKeys(params IReadOnlyList<MasterKey> keys)
    {
        _keys = keys.ToDictionary(key => key.Id);
        _current = keys[0];
    }

    /// <summary>The key that is written under, as far as this process knows; a write under another one is refused by the database.</summary>
    public MasterKey Current => _current;

    public IReadOnlyCollection<MasterKey> All => _keys.Values;

    /// <exception cref="VaultKeyException">The process was not given that key.</exception>
    public MasterKey this[string id] => _keys.TryGetValue(id, out var key)
        ? key
        : throw new VaultKeyException($"The vault holds data under master key {id}, which is not configured; {string.Join(", ", _keys.Keys)} is.");

    public bool Has(string id) => _keys.ContainsKey(id);

    /// <summary>Writes under another key from now on.</summary>
    public void Use(string id) => _current = this[id];
}
