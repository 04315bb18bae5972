using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace YouthPlatform.Gateway.Dev.SignIn;

/// <summary>Codes that were given out and not yet redeemed: each once, within a minute.</summary>
internal sealed class AuthorizationCodes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Grant> _grants = new();

    /// <summary>A new code.</summary>
    public string Issue(AuthorizationRequest request, TokenRequest person, DateTimeOffset now)
    {
        foreach (var old in _grants.Where(grant => grant.Value.ExpiresAt < now))
        {
            _grants.TryRemove(old.Key, out _);
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _grants[code] = new Grant(request, person, now + Lifetime);
        return code;
    }

    /// <summary>Whom a code stands for; null when it is unknown, used, too old, another client's, or the verifier is not that of its challenge.</summary>
    public Grant? Redeem(string? code, string? clientId, string? redirectUri, string? verifier, DateTimeOffset now)
    {
        if (code is null || !_grants.TryRemove(code, out var grant) || grant.ExpiresAt < now)
        {
            return null;
        }

        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? string.Empty)));
        return grant.Request.ClientId == clientId && grant.Request.RedirectUri == redirectUri && grant.Request.CodeChallenge == challenge ? grant : null;
    }
}

/// <summary>What a code stands for.</summary>
/// <param name="Request">What the client asked.</param>
/// <param name="Person">Who was chosen.</param>
/// <param name="ExpiresAt">Until when the code is good.</param>
internal sealed record Grant(AuthorizationRequest Request, TokenRequest Person, DateTimeOffset ExpiresAt);
