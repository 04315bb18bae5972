using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using YouthPlatform.Reporting.Exports.Workbooks;
using YouthPlatform.Reporting.Tests.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Exports;

/// <summary>Files over HTTP.</summary>
public sealed class ExportApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string November = "/v1/forms/h32_progress/430100/2023-11";

    private ServiceHost<Program> _app = null!;
    private ServiceClient _changsha = null!;
    private ServiceClient _province = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _changsha = _app.Client("430100");
        _province = _app.Client("430000", Roles.Reviewer);
        await _app.Store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-11-20"));
        await _app.Store.RecordAsync(2, Samples.Subsidy(2, 101, "2023-11-20", "430202"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("xlsx", WorkbookFile.MediaType)]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task AFormIsAFileOfEachKindAndIsNotSentTwice(string ending, string mediaType)
    {
        using var first = await GetAsync(_changsha, $"{November}.{ending}");
        using var again = await GetAsync(_changsha, $"{November}.{ending}", first.Headers.ETag);
        await _app.Store.RecordAsync(3, Samples.Subsidy(3, 102, "2023-11-21"));
        using var changed = await GetAsync(_changsha, $"{November}.{ending}", first.Headers.ETag);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        first.Content.Headers.ContentDisposition!.FileName.ShouldBe($"h32_progress-430100-2023-11.{ending}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task TheProvinceHasAllUnitsInEachKind()
    {
        using var workbook = await GetAsync(_province, "/v1/forms/h32_progress/2023-11.xlsx");
        using var csv = await GetAsync(_province, "/v1/forms/h32_progress/2023-11.csv");
        using var json = await GetAsync(_province, "/v1/forms/h32_progress/2023-11.json");

        using var document = SpreadsheetDocument.Open(new MemoryStream(await BytesAsync(workbook)), isEditable: false);
        document.WorkbookPart!.WorksheetParts.Count().ShouldBe(15);
        var lines = Encoding.UTF8.GetString(await BytesAsync(csv)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + (14 * 30));
        lines.ShouldContain("2023-11,430200,株洲市,5,政策落实情况,就业见习补贴,政策享受人数,人,1,");
        JsonNode.Parse(await BytesAsync(json))!.AsArray().Single(form => (string)form!["unit"]!["region"]! == "430200")!.Cell(5).ShouldBe(1);
    }

    [Fact]
    public async Task ASubmittedFormKeepsItsFiguresAndSaysWhatHasChanged()
    {
        var etag = (await _changsha.GetAsync(November)).ETag;
        (await _changsha.PostAsync($"{November}/submission", etag: etag)).ShouldBe(HttpStatusCode.OK);
        await _app.Store.RecordAsync(4, Samples.Subsidy(4, 100, "2023-11-22"));

        using var csv = await GetAsync(_changsha, $"{November}.csv");

        Encoding.UTF8.GetString(await BytesAsync(csv)).ShouldContain("政策享受人数,人,1,报送数 1，现为 2");
    }

    [Fact]
    public async Task ACorrectedFigureSaysWhy()
    {
        var form = new FormLife(_app);
        await form.DoneAsync(form.Clerk, "corrections", new { column = 5, difference = 2, reason = "系统外发放两人" });

        using var csv = await GetAsync(_changsha, $"{November}.csv");

        Encoding.UTF8.GetString(await BytesAsync(csv)).ShouldContain("政策享受人数,人,3,更正 +2：系统外发放两人");
    }

    [Theory]
    [InlineData("/v1/forms/h32_progress/430200/2023-11.xlsx", 403, "auth.region_forbidden")]
    [InlineData("/v1/forms/h32_progress/2023-11.xlsx", 403, "auth.region_forbidden")]
    [InlineData("/v1/forms/h32_progress/2023-11.csv", 403, "auth.region_forbidden")]
    [InlineData("/v1/forms/h33/430100/2023-11.csv", 404, "form.unknown")]
    [InlineData("/v1/forms/h32_progress/430100/2023-13.json", 400, "request.month_invalid")]
    public async Task WhoMayNotSeeAFormGetsNoFileOfIt(string path, int status, string code) =>
        (await _changsha.ProblemAsync(path)).ShouldBe((status, code));

    private static async Task<HttpResponseMessage> GetAsync(ServiceClient client, string path, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage response) =>
        response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}
