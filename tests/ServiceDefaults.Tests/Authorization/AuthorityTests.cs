using System.Net;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Authorization;

public sealed class AuthorityTests
{
    [Fact]
    public async Task GivenAuthorityThatDoesNotAnswer_WhenCalledWithToken_Then503()
    {
        await using var service = await SampleService.StartAsync(
            settings: new Dictionary<string, string?> { [BearerExtensions.AuthorityKey] = "http://127.0.0.1:1/dev" },
            trustTestIssuer: false);
        using var answer = await service.Client.As([Roles.Clerk]).GetAsync(new Uri("/v1/me", UriKind.Relative), TestContext.Current.CancellationToken);
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "auth.authority_unavailable");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://issuer.example")]
    public async Task GivenNoSafeAuthorityInProduction_WhenStarted_ThenNamesTheSetting(string authority)
    {
        var start = () => SampleService.StartAsync("Production", new Dictionary<string, string?> { [BearerExtensions.AuthorityKey] = authority });
        var failure = await start.ShouldThrowAsync<InvalidOperationException>();
        failure.Message.ShouldContain("Authentication:Authority");
    }
}
