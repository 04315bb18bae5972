using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Gateway.Tests.Proxy;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("internships", "internships")]
    [InlineData("graduatetracking", "graduate-tracking")]
    [InlineData("entrepreneurship", "entrepreneurship")]
    [InlineData("reporting", "reporting")]
    public async Task GivenToken_WhenCalled_ThenTheServiceSeesItsOwnPath(string service, string path)
    {
        await using var stub = await StubService.StartAsync(service);
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To(service, stub.Address));
        gateway.Client.As([Roles.Clerk]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{path}/v1/things/7/close?reason=done&x=%E9%95%BF")
        {
            Content = new StringContent("{\"名\":1}"),
            Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } },
        };
        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var seen = (await answer.Content.ReadFromJsonAsync<Seen>(TestContext.Current.CancellationToken))!;
        seen.Service.ShouldBe(service);
        seen.Method.ShouldBe("POST");
        seen.Path.ShouldBe("/v1/things/7/close");
        seen.Query.ShouldBe("?reason=done&x=%E9%95%BF");
        seen.Body.ShouldBe("{\"名\":1}");
        seen.HasToken.ShouldBeTrue();
        seen.TraceParent!.ShouldContain("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task GivenQuestionForStatistics_WhenCalled_ThenReportingSeesItAsItWasWritten()
    {
        const string question = "/sdmx/v2/data/dataflow/*/H32_PROGRESS/+/M.*.C05?c[TIME_PERIOD]=ge:2023-05+le:2023-08";
        await using var stub = await StubService.StartAsync("reporting");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("reporting", stub.Address));
        gateway.Client.As([Roles.Bureau]);
        var seen = await gateway.Client.GetFromJsonAsync<Seen>(new Uri(question, UriKind.Relative), TestContext.Current.CancellationToken);
        (seen!.Service, Uri.UnescapeDataString(seen.Path + seen.Query)).ShouldBe(("reporting", question));
    }

    [Fact]
    public async Task GivenNoToken_WhenCalled_Then401AndTheServiceIsNotAsked()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("internships", "http://127.0.0.1:1"));
        using var answer = await gateway.GetAsync("/api/internships/v1/posts");
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "auth.token_missing");
    }

    [Theory]
    [InlineData("/api/nowhere/v1/posts")]
    [InlineData("/api/internships/v2/posts")]
    [InlineData("/api/internships/health")]
    [InlineData("/feeds/nowhere/v1/events")]
    [InlineData("/openapi/nowhere.json")]
    [InlineData("/anything.html")]
    public async Task GivenUnknownRoute_WhenCalled_Then404(string path)
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("internships", stub.Address));
        using var answer = await gateway.GetAsync(path);
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "gateway.route_unknown");
    }

    [Fact]
    public async Task GivenProblemOfTheService_ThenItComesThroughUnchanged()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("internships", stub.Address));
        gateway.Client.As([Roles.Clerk]);
        using var answer = await gateway.GetAsync("/api/internships/v1/refused");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("post.already_closed");
        problem.GetProperty("detail").GetString().ShouldBe("上游");
    }

    [Fact]
    public async Task GivenServiceThatIsDown_WhenCalled_Then502AndWhenToTryAgain()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("internships", "http://127.0.0.1:1"));
        gateway.Client.As([Roles.Clerk]);
        using var answer = await gateway.GetAsync("/api/internships/v1/posts");
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "gateway.destination_unavailable");
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task GivenServiceWithoutAddress_WhenCalled_Then503()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production");
        gateway.Client.As([Roles.Clerk]);
        using var answer = await gateway.GetAsync("/api/internships/v1/posts");
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "gateway.destination_unavailable");
    }

    [Fact]
    public async Task GivenServiceThatDoesNotFinish_WhenCalled_Then504()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync(
            "Production", To("internships", stub.Address, ("Limits:ApiTimeoutSeconds", "1")));
        gateway.Client.As([Roles.Clerk]);
        using var answer = await gateway.GetAsync("/api/internships/v1/slow");
        await answer.ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout, "gateway.destination_timeout");
    }

    [Fact]
    public async Task GivenOperationThatTakesLonger_ThenItIsWaitedFor()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync(
            "Production", To("internships", stub.Address, ("Limits:ApiTimeoutSeconds", "1")));
        gateway.Client.As([Roles.Ops]);
        var audit = gateway.GetAsync("/api/internships/v1/operations/log/audit");
        using var slow = await gateway.GetAsync("/api/internships/v1/slow");
        slow.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        audit.IsCompleted.ShouldBeFalse();
        stub.Audit.SetResult("intact");
        using var answer = await audit;
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("intact");
    }

    [Fact]
    public async Task GivenStream_ThenEachEventArrivesBeforeTheNextIsSent()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", To("internships", stub.Address));
        gateway.Client.As([Roles.Bureau]);
        using var answer = await gateway.GetAsync("/feeds/internships/v1/events");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        (await ReadLineAsync(reader)).ShouldBe(": open");
        (await ReadLineAsync(reader)).ShouldBe("");
        for (var i = 0; i < 3; i++)
        {
            await stub.Events.Writer.WriteAsync($"event {i}", TestContext.Current.CancellationToken);
            (await ReadLineAsync(reader)).ShouldBe($"data: event {i}");
            (await ReadLineAsync(reader)).ShouldBe("");
        }
    }

    private static Task<string?> ReadLineAsync(StreamReader reader) =>
        reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);

    internal static Dictionary<string, string?> To(string service, string address, params (string Key, string? Value)[] more) =>
        new(more.ToDictionary(pair => pair.Key, pair => pair.Value)) { [$"services:{service}:http:0"] = address };
}
