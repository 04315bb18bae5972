using Microsoft.AspNetCore.Mvc;

namespace YouthPlatform.Gateway.Dev.SignIn;

/// <summary>What a client asks of the authorization endpoint (RFC 6749, RFC 7636).</summary>
/// <param name="ClientId">The client.</param>
/// <param name="RedirectUri">Where the code goes.</param>
/// <param name="ResponseType">Only <c>code</c>.</param>
/// <param name="State">Goes back as it came.</param>
/// <param name="Nonce">Goes into the identity token.</param>
/// <param name="CodeChallenge">SHA-256 of the verifier.</param>
/// <param name="CodeChallengeMethod">Only <c>S256</c>.</param>
internal sealed record AuthorizationRequest(
    [property: FromQuery(Name = "client_id")] string? ClientId,
    [property: FromQuery(Name = "redirect_uri")] string? RedirectUri,
    [property: FromQuery(Name = "response_type")] string? ResponseType,
    string? State,
    string? Nonce,
    [property: FromQuery(Name = "code_challenge")] string? CodeChallenge,
    [property: FromQuery(Name = "code_challenge_method")] string? CodeChallengeMethod)
{
    /// <summary>Why the request cannot be served, or null.</summary>
    /// <param name="issuer">Address of the issuer; codes go to its own host, or to another program of this machine.</param>
    public string? Problem(string issuer) =>
        string.IsNullOrEmpty(ClientId) ? "缺少 client_id。"
        : ResponseType != "code" ? "response_type 只能是 code。"
        : string.IsNullOrEmpty(CodeChallenge) || CodeChallengeMethod != "S256" ? "需要 PKCE：code_challenge 和 code_challenge_method=S256。"
        : !IsNear(RedirectUri, issuer) ? "redirect_uri 必须指向本机或本网关。"
        : null;

    /// <summary>Whether an address is one that a browser may be sent back to.</summary>
    public static bool IsNear(string? address, string issuer) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (uri.IsLoopback || uri.Host == new Uri(issuer).Host);
}
