using System.Text.Json.Serialization;

namespace YouthPlatform.Gateway.Dev;

/// <summary>Whom a token is for.</summary>
internal sealed record TokenRequest(string Sub, string[] Roles, string[]? Regions = null, string? Unit = null, Guid? Person = null);

/// <summary>A token, as OAuth 2.0 writes it.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    /// <summary>Who logged in, for the client that asked; null where nobody did.</summary>
    [JsonPropertyName("id_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdToken { get; init; }
}

/// <summary>Why there is no token, as OAuth 2.0 writes it.</summary>
internal sealed record TokenError([property: JsonPropertyName("error")] string Error);

/// <summary>OpenID Connect discovery.</summary>
internal sealed record Discovery(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string AuthorizationEndpoint,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("end_session_endpoint")] string EndSessionEndpoint,
    [property: JsonPropertyName("jwks_uri")] string JwksUri,
    [property: JsonPropertyName("response_types_supported")] string[] ResponseTypes,
    [property: JsonPropertyName("grant_types_supported")] string[] GrantTypes,
    [property: JsonPropertyName("code_challenge_methods_supported")] string[] ChallengeMethods,
    [property: JsonPropertyName("subject_types_supported")] string[] SubjectTypes,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] string[] Algorithms);

/// <summary>Keys that tokens are verified with.</summary>
internal sealed record PublicKeySet(PublicKey[] Keys);

/// <summary>One of them, as RFC 7517 writes it.</summary>
internal sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);

/// <summary>What time it shall be.</summary>
internal sealed record ClockRequest(DateTimeOffset Now);

/// <summary>What time it is for the platform, and really.</summary>
internal sealed record ClockResponse(DateTimeOffset Now, DateTimeOffset Real);
