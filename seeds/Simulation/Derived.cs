using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.Simulation;

/// <summary>Ids that are the same in every run.</summary>
internal static class Derived
{
    /// <summary>A UUIDv8 of a name.</summary>
    public static Guid Id(string name)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
