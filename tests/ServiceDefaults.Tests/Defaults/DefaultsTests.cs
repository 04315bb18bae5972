using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Defaults;

public sealed class DefaultsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenNoDatabase_WhenAskedForHealth_ThenAliveButNotHealthy()
    {
        await using var service = await SampleService.StartAsync(settings: new Dictionary<string, string?>
        {
            ["ConnectionStrings:internships"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2",
        });
        using var alive = await service.Client.GetAsync(new Uri("/alive", UriKind.Relative), Cancelled);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var health = await service.Client.GetAsync(new Uri("/health", UriKind.Relative), Cancelled);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var report = await health.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        report.GetProperty("checks").GetProperty("database").GetProperty("status").GetString().ShouldBe("unhealthy");
    }

    [Fact]
    public async Task GivenFailure_WhenCalled_ThenNothingOfItIsTold()
    {
        await using var service = await SampleService.StartAsync("Production");
        using var answer = await service.Client.As([Roles.Clerk]).GetAsync(new Uri("/v1/failure", UriKind.Relative), Cancelled);
        await answer.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "server.error");
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldNotContain("secret");
    }

    [Fact]
    public async Task GivenJson_ThenEnumsAreSnakeCaseAndChineseStaysReadable()
    {
        await using var service = await SampleService.StartAsync("Production");
        using var answer = await service.Client.As([Roles.Clerk]).PostAsync(new Uri("/v1/echo", UriKind.Relative), Json("""{"name":"长沙","kind":"first_hire"}"""), Cancelled);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldBe("""{"name":"长沙","kind":"first_hire"}""");
    }

    [Theory]
    [InlineData("""{"kind":"first_hire"}""")]
    [InlineData("""{"name":null,"kind":"first_hire"}""")]
    [InlineData("""{"name":"x","kind":0}""")]
    [InlineData("{")]
    public async Task GivenWrongShape_WhenPosted_Then400(string body)
    {
        await using var service = await SampleService.StartAsync("Production");
        using var answer = await service.Client.As([Roles.Clerk]).PostAsync(new Uri("/v1/echo", UriKind.Relative), Json(body), Cancelled);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        problem.GetProperty("detail").GetString()!.ShouldContain("JSON");
    }

    [Fact]
    public async Task TheOpenApiDocumentNamesTheBearerSchemeAndTheProblems()
    {
        await using var service = await SampleService.StartAsync();
        var document = await service.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancelled);
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString().ShouldBe("bearer");
        var operation = document.GetProperty("paths").GetProperty("/v1/regions/{region}").GetProperty("get");
        operation.GetProperty("security")[0].TryGetProperty("bearer", out _).ShouldBeTrue();
        operation.GetProperty("responses").GetProperty("403").GetProperty("description").GetString()!.ShouldContain("reviewer");
        operation.GetProperty("parameters").GetArrayLength().ShouldBe(1);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var problem = schemas.GetProperty("ProblemDetails").GetProperty("required").EnumerateArray().Select(name => name.GetString());
        problem.ShouldContain("code");
        var amount = schemas.GetProperty("Money").GetProperty("properties").GetProperty("amount");
        using var grant = await service.Client.As([Roles.Payer]).GetAsync(new Uri("/v1/grants/smallest", UriKind.Relative), Cancelled);
        var sent = (await grant.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("amount");
        sent.GetProperty("amount").GetString()!.ShouldMatch(amount.GetProperty("pattern").GetString()!);
        sent.EnumerateObject().Select(member => member.Name)
            .ShouldBe(schemas.GetProperty("Money").GetProperty("required").EnumerateArray().Select(name => name.GetString()!), ignoreOrder: true);
        var declared = document.GetProperty("paths").GetProperty("/v1/grants/smallest").GetProperty("get").GetProperty("responses");
        declared.GetProperty("403").GetProperty("description").GetString()!.ShouldContain("payer");
    }

    [Fact]
    public async Task GivenFullTelemetry_WhenCalled_ThenSpansAndMetricsReachTheCollectorWithoutQueries()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await OtlpCollector.StartAsync(
            (path, body) =>
            {
                received.Enqueue((path, body));
                return Task.CompletedTask;
            },
            Cancelled);
        var service = await SampleService.StartAsync(settings: collector.Settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value));
        using (var answer = await service.Client.As([Roles.Clerk]).GetAsync(new Uri("/v1/me?name=wang-xiaoming", UriKind.Relative), Cancelled))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await service.DisposeAsync();
        received.Select(item => item.Path).Distinct().ShouldBe(["/v1/traces", "/v1/metrics", "/v1/logs"], ignoreOrder: true);
        var all = string.Concat(received.Select(item => Encoding.UTF8.GetString(item.Body)));
        all.ShouldContain("internships");
        all.ShouldContain("/v1/me");
        all.ShouldNotContain("wang-xiaoming");
    }

    [Fact]
    public async Task NothingIsWrittenToTheHomeDirectory()
    {
        var keys = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aspnet", "DataProtection-Keys");
        var before = Directory.Exists(keys) ? Directory.GetFiles(keys) : [];
        await using var service = await SampleService.StartAsync("Production");
        var protector = service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        protector.Unprotect(protector.Protect("text")).ShouldBe("text");
        (Directory.Exists(keys) ? Directory.GetFiles(keys) : []).ShouldBe(before, ignoreOrder: true);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
