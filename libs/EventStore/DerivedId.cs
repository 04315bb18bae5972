using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.EventStore;

/// <summary>Ids that follow from what they name (UUID version 5, RFC 9562 §5.5), so that repeating a step repeats the id.</summary>
public static class DerivedId
{
    /// <summary>RFC 9562's namespace for URLs.</summary>
    public static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The id of a name within a namespace.</summary>
    /// <param name="namespaceId">Namespace.</param>
    /// <param name="name">Name, as UTF-8.</param>
    public static Guid Create(Guid namespaceId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        byte[] content = [.. namespaceId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; it derives an id and protects nothing.
        SHA1.HashData(content, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
