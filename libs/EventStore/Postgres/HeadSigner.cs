using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>A statement that a log stood at a position with a hash, to be published and kept by others.</summary>
/// <param name="Log">Name of the log, such as <c>internships</c>.</param>
/// <param name="Position">Position of the newest event.</param>
/// <param name="Hash">Hash of that event, lower-case hexadecimal.</param>
/// <param name="At">Instant of signing, UTC, whole microseconds.</param>
/// <param name="KeyId">Lower-case hexadecimal SHA-256 of the key's SubjectPublicKeyInfo.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256, DER, base64.</param>
public sealed record SignedHead(string Log, long Position, string Hash, DateTimeOffset At, string KeyId, string Signature);

/// <summary>
/// Signs heads. What is signed is UTF-8 text of five lines, each ended by a line feed: <c>youthplatform.head.v1</c>, the log's name, the
/// position in decimal, the hash in lower-case hexadecimal, the instant as <c>2023-11-30T08:00:00.000000Z</c>.
/// </summary>
public sealed class HeadSigner
{
    private readonly ECDsa _key;
    private readonly TimeProvider _time;

    /// <summary>Makes a signer.</summary>
    /// <param name="key">Private key on the curve P-256; stays the caller's.</param>
    /// <param name="time">The clock to sign by.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public HeadSigner(ECDsa key, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new ArgumentException("Heads are signed on the curve P-256.", nameof(key));
        }

        _key = key;
        _time = time;
        KeyId = KeyIdOf(key);
    }

    /// <summary>Name of the key, as signed heads carry it.</summary>
    public string KeyId { get; }

    /// <summary>Signs the head that the log has now.</summary>
    /// <param name="log">Name of the log.</param>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="RuleViolation"><c>log.not_chained</c>: the log is kept by a store that has no hashes.</exception>
    public async Task<SignedHead> SignAsync(string log, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await LogLayout.RequireHashChainAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand("SELECT position, encode(hash, 'hex') FROM log.head", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return Sign(log, reader.GetInt64(0), reader.GetString(1));
    }

    /// <summary>Signs a head that was read elsewhere.</summary>
    /// <param name="log">Name of the log.</param>
    /// <param name="position">Position of its newest event.</param>
    /// <param name="hash">Hash of that event, lower-case hexadecimal.</param>
    public SignedHead Sign(string log, long position, string hash)
    {
        var unsigned = new SignedHead(log, position, hash, LogHash.Truncate(_time.GetUtcNow()), KeyId, "");
        var signature = _key.SignData(Text(unsigned), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return unsigned with { Signature = Convert.ToBase64String(signature) };
    }

    /// <summary>Tells whether a head was signed with a key.</summary>
    /// <param name="head">The head.</param>
    /// <param name="publicKey">The key it should have been signed with.</param>
    public static bool Verify(SignedHead head, ECDsa publicKey)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(publicKey);
        var signature = new byte[head.Signature.Length];
        return head.KeyId == KeyIdOf(publicKey)
            && Convert.TryFromBase64String(head.Signature, signature, out var length)
            && publicKey.VerifyData(Text(head), signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The name of a key: lower-case hexadecimal SHA-256 of its SubjectPublicKeyInfo.</summary>
    public static string KeyIdOf(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    private static byte[] Text(SignedHead head) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"youthplatform.head.v1\n{head.Log}\n{head.Position}\n{head.Hash}\n{head.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}\n"));
}
