using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Gateway.Tests.Dev;

/// <summary>The development issuer's log-in for browsers: authorization code with PKCE.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    private const string Back = "http://127.0.0.1:9/board/signed-in";

    private readonly string _url = $"http://127.0.0.1:{LoopbackPorts.FindFree()}";

    private GatewayUnderTest _gateway = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync(
        "Development",
        new Dictionary<string, string?> { [BearerExtensions.AuthorityKey] = $"{_url}/dev", ["Policies:Directory"] = Repository.PathOf("seeds") },
        _url);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task ThePageOffersTheOfficialsOfEveryPrefecture()
    {
        var page = await _gateway.Client.GetStringAsync(Authorize(), Cancelled);
        page.ShouldContain("value=\"clerk-430100\"");
        page.ShouldContain("value=\"approver-420000\"");
    }

    [Fact]
    public async Task ACodeIsGoodForOneIdentityTokenOfWhoWasChosen()
    {
        var code = await ChooseAsync();
        using var answer = await RedeemAsync(code, Verifier);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var identity = new JsonWebToken(tokens.GetProperty("id_token").GetString());
        identity.Subject.ShouldBe("clerk-430100-1");
        identity.Audiences.ShouldBe(["board"]);
        identity.GetClaim("nonce").Value.ShouldBe("n");
        identity.GetClaim(ClaimNames.Region).Value.ShouldBe("430100");

        using var again = await RedeemAsync(code, Verifier);
        await IsInvalidAsync(again);
    }

    [Fact]
    public async Task ACodeIsWorthNothingWithoutItsVerifier()
    {
        using var answer = await RedeemAsync(await ChooseAsync(), "another verifier");
        await IsInvalidAsync(answer);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [InlineData("response_type", "token")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("client_id", "")]
    public async Task AWrongRequestIsRefused(string name, string value)
    {
        using var answer = await _gateway.GetAsync(Authorize(name, value));
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "dev.sign_in_invalid");
    }

    [Fact]
    public async Task SigningOutLeadsBackToThisMachineOnly()
    {
        using var back = await _gateway.GetAsync($"/dev/sign-out?post_logout_redirect_uri={Uri.EscapeDataString(Back)}");
        back.Headers.Location!.ToString().ShouldBe(Back);
        using var away = await _gateway.GetAsync("/dev/sign-out?post_logout_redirect_uri=https://elsewhere.example/");
        await away.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "dev.sign_in_invalid");
    }

    private static string Authorize(string? name = null, string? value = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = "board",
            ["redirect_uri"] = Back,
            ["response_type"] = "code",
            ["state"] = "s",
            ["nonce"] = "n",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (name is not null)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString("/dev/authorize", query);
    }

    private static async Task IsInvalidAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    private async Task<string> ChooseAsync()
    {
        using var chosen = await _gateway.Client.PostAsync(
            Authorize(), new FormUrlEncodedContent([new("person", "clerk-430100")]), Cancelled);
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var query = QueryHelpers.ParseQuery(chosen.Headers.Location!.Query);
        query["state"].ToString().ShouldBe("s");
        return query["code"].ToString();
    }

    private Task<HttpResponseMessage> RedeemAsync(string code, string verifier) => _gateway.Client.PostAsync(
        "/dev/token",
        new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"),
            new("code", code),
            new("client_id", "board"),
            new("redirect_uri", Back),
            new("code_verifier", verifier),
        ]),
        Cancelled);
}
