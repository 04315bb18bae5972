using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Authorization;

public sealed class BearerTests : IAsyncLifetime
{
    private SampleService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SampleService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task GivenNoToken_WhenCalled_Then401()
    {
        using var answer = await GetAsync("/v1/me");
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_missing");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task GivenUnknownRouteAndNoToken_WhenCalled_Then401()
    {
        using var answer = await GetAsync("/v1/nothing-here");
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_missing");
    }

    [Fact]
    public async Task GivenUnknownRouteAndToken_WhenCalled_Then404()
    {
        using var answer = await GetAsync("/v1/nothing-here", TestIssuer.Token([Roles.Clerk]));
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "request.not_found");
    }

    [Fact]
    public async Task GivenExpiredToken_WhenCalled_ThenSaysSo()
    {
        var token = TestIssuer.Token([Roles.Clerk], expires: TimeProvider.System.GetUtcNow().AddMinutes(-5));
        using var answer = await GetAsync("/v1/me", token);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_expired");
    }

    [Fact]
    public async Task GivenTokenForAnotherAudience_WhenCalled_Then401()
    {
        using var answer = await GetAsync("/v1/me", TestIssuer.Token([Roles.Clerk], audience: "elsewhere"));
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_invalid");
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJ4IiwiYXVkIjoieW91dGhwbGF0Zm9ybSIsImlzcyI6Imh0dHBzOi8vaXNzdWVyLnRlc3QifQ.")]
    public async Task GivenForgedToken_WhenCalled_Then401(string token)
    {
        using var answer = await GetAsync("/v1/me", token);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_invalid");
    }

    [Fact]
    public async Task GivenTamperedToken_WhenCalled_Then401()
    {
        var parts = TestIssuer.Token([Roles.Clerk]).Split('.');
        parts[1] = TestIssuer.Token([Roles.Approver]).Split('.')[1];
        using var answer = await GetAsync("/v1/me", string.Join('.', parts));
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_invalid");
    }

    [Fact]
    public async Task GivenToken_WhenCalled_ThenHandlerSeesTheCaller()
    {
        var person = Guid.Parse("0190a8f0-0000-7000-8000-000000000001");
        using var answer = await GetAsync("/v1/me", TestIssuer.Token([Roles.Clerk, Roles.Reviewer], ["430100", "420000"], "li", "91430100MA4L000000", person));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        me.GetProperty("subject").GetString().ShouldBe("li");
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["clerk", "reviewer"], ignoreOrder: true);
        me.GetProperty("regions").EnumerateArray().Select(region => region.GetString()).ShouldBe(["430100", "420000"]);
        me.GetProperty("unit").GetString().ShouldBe("91430100MA4L000000");
        me.GetProperty("person").GetGuid().ShouldBe(person);
    }

    [Fact]
    public async Task GivenTokenWithoutTheRole_WhenCalled_Then403()
    {
        using var answer = await GetAsync("/v1/regions/430104", TestIssuer.Token([Roles.Payer], ["430000"]));
        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "auth.forbidden");
    }

    [Fact]
    public async Task GivenRegionOfAnotherPrefecture_WhenCalled_Then403()
    {
        using var answer = await GetAsync("/v1/regions/430400", TestIssuer.Token([Roles.Clerk], ["430100"]));
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "auth.region_forbidden");
        problem.GetProperty("detail").GetString()!.ShouldContain("430400");
    }

    [Fact]
    public async Task GivenRegionBelowTheCallers_WhenCalled_ThenAnswered()
    {
        using var answer = await GetAsync("/v1/regions/430104", TestIssuer.Token([Roles.Clerk], ["430100"]));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await _service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
