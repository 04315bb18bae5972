using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Gateway.Tests.Dev;

public sealed class DevelopmentTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gateway").FullName;
    private readonly string _url = $"http://127.0.0.1:{LoopbackPorts.FindFree()}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Dictionary<string, string?> Settings => new()
    {
        [BearerExtensions.AuthorityKey] = $"{_url}/dev",
        ["DevIssuer:KeyFile"] = Path.Combine(_directory, "keys", "issuer.pem"),
        ["Clock:File"] = Path.Combine(_directory, "clock"),
    };

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("POST", "/dev/token")]
    [InlineData("GET", "/dev/authorize")]
    [InlineData("GET", "/dev/sign-out")]
    [InlineData("GET", "/dev/jwks")]
    [InlineData("GET", "/dev/.well-known/openid-configuration")]
    [InlineData("GET", "/dev/clock")]
    [InlineData("PUT", "/dev/clock")]
    public async Task GivenProduction_ThenThereAreNoDevelopmentRoutes(string method, string path)
    {
        var settings = new Dictionary<string, string?>(Settings) { [BearerExtensions.AuthorityKey] = "https://issuer.test/dev" };
        await using var gateway = await GatewayUnderTest.StartAsync("Production", settings, _url);
        using var request = new HttpRequestMessage(new(method), path)
        {
            Content = method == "GET" ? null : JsonContent.Create(new { sub = "x", roles = new[] { "ops" }, now = "2023-07-25T01:00:00Z" }),
        };
        using var answer = await gateway.Client.SendAsync(request, Cancelled);
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "gateway.route_unknown");
        Directory.Exists(Path.Combine(_directory, "keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task GivenTokenOfTheGateway_ThenGatewayAndServiceAcceptIt()
    {
        await using var service = await StartServiceAsync();
        await using var gateway = await GatewayUnderTest.StartAsync(
            "Development", new Dictionary<string, string?>(Settings) { ["services:internships:http:0"] = service.Urls.Single() }, _url);
        gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(gateway));
        using var answer = await gateway.GetAsync("/api/internships/v1/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        me.GetProperty("subject").GetString().ShouldBe("reviewer-li");
        me.GetProperty("regions")[0].GetString().ShouldBe("430100");
        me.GetProperty("unit").GetString().ShouldBe("91430100MA4L000000");
    }

    [Fact]
    public async Task GivenRestart_ThenTokensStayValidAndTheKeyIsPrivate()
    {
        string token;
        await using (var first = await GatewayUnderTest.StartAsync("Development", Settings, _url))
        {
            token = await TokenAsync(first);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Settings["DevIssuer:KeyFile"]!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var second = await GatewayUnderTest.StartAsync("Development", Settings, _url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/internships/v1/posts") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await second.Client.SendAsync(request, Cancelled);
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "gateway.destination_unavailable");
    }

    [Theory]
    [InlineData("king", "430100")]
    [InlineData("clerk", "4301")]
    public async Task GivenUnknownRoleOrRegion_WhenTokenIsAsked_Then400(string role, string region)
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Development", Settings, _url);
        using var answer = await gateway.Client.PostAsJsonAsync("/dev/token", new { sub = "x", roles = new[] { role }, regions = new[] { region } }, Cancelled);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "dev.token_invalid");
        problem.GetProperty("detail").GetString()!.ShouldContain(role == "king" ? "king" : "4301");
    }

    [Fact]
    public async Task WhenTheClockIsSet_ThenItReadsSoAndGoesOn()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Development", Settings, _url);
        using var set = await gateway.Client.PutAsJsonAsync("/dev/clock", new { now = "2023-07-25T09:00:00+08:00" }, Cancelled);
        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        var read = await gateway.Client.GetFromJsonAsync<JsonElement>("/dev/clock", Cancelled);
        var expected = new DateTimeOffset(2023, 7, 25, 1, 0, 0, TimeSpan.Zero);
        read.GetProperty("now").GetDateTimeOffset().ShouldBeInRange(expected, expected.AddMinutes(1));
        read.GetProperty("real").GetDateTimeOffset().Year.ShouldBe(TimeProvider.System.GetUtcNow().Year);
    }

    private static async Task<string> TokenAsync(GatewayUnderTest gateway)
    {
        using var answer = await gateway.Client.PostAsJsonAsync(
            "/dev/token",
            new { sub = "reviewer-li", roles = new[] { "reviewer" }, regions = new[] { "430100" }, unit = "91430100MA4L000000" },
            Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        token.GetProperty("token_type").GetString().ShouldBe("Bearer");
        return token.GetProperty("access_token").GetString()!;
    }

    /// <summary>A service that finds the authority's keys over HTTP, as the real ones do.</summary>
    private async Task<WebApplication> StartServiceAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddServiceDefaults("internships");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/v1/me", (Caller caller) => TypedResults.Ok(caller)).RequireRoles(Roles.Reviewer);
        await app.StartAsync(Cancelled);
        return app;
    }
}
