using System.Net;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Gateway.Tests.Proxy;

public sealed class LimitTests
{
    private static readonly (string Key, string? Value)[] Tight =
    [
        ("RateLimits:PerSecond", "1"), ("RateLimits:Burst", "2"), ("RateLimits:AnonymousPerSecond", "1"), ("RateLimits:AnonymousBurst", "1"),
    ];

    [Fact]
    public async Task GivenTooManyRequestsOfOneSubject_Then429AndAnotherSubjectIsServed()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("internships", stub.Address, Tight));
        gateway.Client.As([Roles.Clerk], subject: "busy");
        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage answer;
        do
        {
            answer = await gateway.GetAsync("/api/internships/v1/posts");
            statuses.Add(answer.StatusCode);
        }
        while (answer.IsSuccessStatusCode && statuses.Count < 100);

        await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "gateway.too_many_requests");
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        statuses.Count.ShouldBeGreaterThan(2);
        gateway.Client.As([Roles.Clerk], subject: "calm");
        using var calm = await gateway.GetAsync("/api/internships/v1/posts");
        calm.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenTooManyAnonymousRequests_Then429ButHealthIsAnswered()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production", Tight.ToDictionary(pair => pair.Key, pair => pair.Value));
        HttpStatusCode last;
        var asked = 0;
        do
        {
            using var answer = await gateway.GetAsync("/api/internships/v1/posts");
            last = answer.StatusCode;
        }
        while (last == HttpStatusCode.Unauthorized && ++asked < 100);

        last.ShouldBe(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 5; i++)
        {
            using var alive = await gateway.GetAsync("/alive");
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task GivenBodyOverTheLimit_WhenPosted_Then413()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync(
            "Production", RoutingTests.To("internships", stub.Address, ("Limits:MaxRequestBodyBytes", "1000")));
        gateway.Client.As([Roles.Clerk]);
        using var body = new ByteArrayContent(new byte[1001]);
        using var answer = await gateway.Client.PostAsync(
            new Uri("/api/internships/v1/posts", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Fact]
    public async Task EveryAnswerCarriesSecurityHeadersAndNoServerName()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production");
        foreach (var path in (string[])["/docs/index.html", "/api/internships/v1/posts", "/nothing", "/alive"])
        {
            using var answer = await gateway.GetAsync(path);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.Server.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://portal.example", true)]
    public async Task GivenOtherOrigin_ThenItIsAllowedOnlyWhereConfigured(string? configured, bool allowed)
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production", new Dictionary<string, string?> { ["Cors:Origins:0"] = configured });
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/internships/v1/posts")
        {
            Headers = { { "Origin", "https://portal.example" }, { "Access-Control-Request-Method", "POST" } },
        };
        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(allowed);
    }
}
