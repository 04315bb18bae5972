using System.Net;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
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

    [Fact]
    public async Task GivenNoAuthorityInProduction_WhenStarted_ThenNamesTheSetting()
    {
        var start = () => SampleService.StartAsync("Production", new Dictionary<string, string?> { [BearerExtensions.AuthorityKey] = "" });
        var failure = await start.ShouldThrowAsync<InvalidOperationException>();
        failure.Message.ShouldContain("Authentication:Authority");
    }

    [Fact]
    public async Task GivenPlainHttpAuthorityInProduction_WhenCalled_ThenNothingIsAnswered()
    {
        await using var service = await SampleService.StartAsync(
            "Production",
            new Dictionary<string, string?> { [BearerExtensions.AuthorityKey] = "http://127.0.0.1:1" },
            trustTestIssuer: false);
        using var answer = await service.Client.As([Roles.Clerk]).GetAsync(new Uri("/v1/me", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeFalse();
    }
}
