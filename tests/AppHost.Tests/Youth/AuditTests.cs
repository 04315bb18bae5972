using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults;

namespace YouthPlatform.AppHost.Tests.Youth;

/// <summary><c>./youth audit</c> against a gateway that answers what a test tells it.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly YouthCommand _youth = new();

    public void Dispose() => _youth.Dispose();

    [Fact]
    public async Task IntactLogsAreNamedWithTheirPositions()
    {
        await using var gateway = await StartGatewayAsync(service => new LogVerdict(service.Length, "00", null, null));

        var (code, output, error) = await _youth.RunAsync("audit");

        code.ShouldBe(0, error);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "internships: complete and unaltered up to 11",
            "graduate-tracking: complete and unaltered up to 17",
            "entrepreneurship: complete and unaltered up to 16",
            "reporting: complete and unaltered up to 9",
        ]);
    }

    [Fact]
    public async Task BrokenLogIsNamedWithPositionAndReasonAndEndsWithOne()
    {
        await using var gateway = await StartGatewayAsync(service => service == "entrepreneurship"
            ? new LogVerdict(6, "00", 7, "The event's content does not match its hash.")
            : new LogVerdict(9, "00", null, null));

        var (code, output, _) = await _youth.RunAsync("audit");

        code.ShouldBe(1);
        output.ShouldContain("internships: complete and unaltered up to 9\n");
        output.ShouldContain("entrepreneurship: breaks at 7: The event's content does not match its hash.\n");
        output.ShouldContain("reporting: complete and unaltered up to 9\n");
    }

    [Fact]
    public async Task ServiceThatDoesNotAnswerIsNotTakenForIntact()
    {
        await using var gateway = await StartGatewayAsync(service => service == "reporting" ? null : new LogVerdict(9, "00", null, null));

        var (code, output, _) = await _youth.RunAsync("audit");

        code.ShouldBe(4);
        output.ShouldContain("reporting: could not be audited: ");
    }

    [Fact]
    public async Task LogsOfMartenAreSaidToHaveNothingToAudit()
    {
        await using var gateway = await StartGatewayAsync(_ => null, refusal: "log.not_chained");

        var (code, output, _) = await _youth.RunAsync("audit");

        code.ShouldBe(4);
        output.ShouldContain("reporting: is kept by Marten, which has no hash chain to audit\n");
    }

    [Fact]
    public async Task WithoutTheDevelopmentIssuerItSaysWhatToAskInstead()
    {
        await using var gateway = await StartGatewayAsync(_ => null, withIssuer: false);

        var (code, _, error) = await _youth.RunAsync("audit");

        code.ShouldBe(1);
        error.ShouldContain("Development only");
        error.ShouldContain("/v1/operations/log/audit");
    }

    [Fact]
    public async Task WithoutAPlatformItSaysSo()
    {
        var (code, output, _) = await _youth.RunAsync("audit");

        code.ShouldBe(3);
        output.ShouldContain("not running");
    }

    private async Task<WebApplication> StartGatewayAsync(Func<string, LogVerdict?> verdict, bool withIssuer = true, string? refusal = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = builder.Build();
        if (withIssuer)
        {
            gateway.MapPost("/dev/token", (TokenRequest request) => TypedResults.Json(new { access_token = string.Join('+', request.Roles) }));
        }

        gateway.MapGet("/api/{service}/v1/operations/log/audit", (string service, HttpRequest request) =>
            request.Headers.Authorization == "Bearer auditor" && verdict(service) is { } found
                ? Results.Json(found, PlatformJson.Options)
                : Results.Problem(
                    statusCode: refusal is null ? StatusCodes.Status502BadGateway : StatusCodes.Status409Conflict,
                    extensions: new Dictionary<string, object?> { ["code"] = refusal }));
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        Publish(gateway.Urls.Single());
        return gateway;
    }

    /// <summary>This process stands for the host.</summary>
    private void Publish(string gateway)
    {
        Directory.CreateDirectory(_youth.Data.Sub("run"));
        ProcessIdentity.Of(Environment.ProcessId)!.Write(_youth.Data.Sub("run/apphost.pid"));
        File.WriteAllText(
            _youth.Data.Sub("run/apphost.json"),
            string.Create(CultureInfo.InvariantCulture, $$$"""{"pid":{{{Environment.ProcessId}}},"endpoints":{"gateway":"{{{gateway}}}"}}""") + "\n");
    }

    private sealed record TokenRequest(string Sub, string[] Roles);
}
