namespace YouthPlatform.EventStore.Rows;

/// <summary>A Bloom filter of 8 MB: tells surely that a key was not added, and is wrong about one in a hundred others at five million keys.</summary>
internal sealed class KnownKeys
{
    private const int Bits = 26;
    private const int Probes = 3;

    private readonly ulong[] _words = new ulong[1 << (Bits - 6)];

    internal void Add(int hash)
    {
        var mixed = Mix(hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitAt(mixed, probe);
            _words[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    internal bool MayHold(int hash)
    {
        var mixed = Mix(hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitAt(mixed, probe);
            if ((_words[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong BitAt(ulong mixed, int probe) => (mixed >> (19 * probe)) & ((1UL << Bits) - 1);

    // The finalizer of MurmurHash3, which spreads neighbouring numbers over all bits.
    private static ulong Mix(int hash)
    {
        var mixed = (ulong)(uint)hash * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCD;
        mixed = (mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53;
        return mixed ^ (mixed >> 33);
    }
}
