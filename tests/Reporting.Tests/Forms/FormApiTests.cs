using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>The form over HTTP, on a real database.</summary>
public sealed class FormApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string November = "/v1/forms/h32_progress/430100/2023-11";

    private ServiceHost<Program> _app = null!;
    private ServiceClient _changsha = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _changsha = _app.Client("430100");
        await _app.Store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-10-31"));
        await _app.Store.RecordAsync(2, Samples.Subsidy(1, 100, "2023-11-20"));
        await _app.Store.RecordAsync(3, Samples.Subsidy(2, 100, "2023-11-20", "430102"));
        await _app.Store.RecordAsync(4, Samples.Subsidy(3, 101, "2023-07-10", "430202"));
        await _app.Store.RecordAsync(5, Samples.Subsidy(4, 102, "2023-12-01"));
        await _app.Store.RecordAsync(6, Samples.Subsidy(5, 103, "2023-05-17"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task CellsCountDistinctPersonsAndUnitsUpToTheDueDay()
    {
        var november = await _changsha.ReadAsync(November);
        var october = await _changsha.ReadAsync("/v1/forms/h32_progress/430100/2023-10");
        var december = await _changsha.ReadAsync("/v1/forms/h32_progress/430100/2023-12");

        (november.Cell(5), november.Cell(6)).ShouldBe((2, 1));
        (october.Cell(5), october.Cell(6)).ShouldBe((0, 0));
        (december.Cell(5), december.Cell(6)).ShouldBe((3, 2));
        november["unit"]!["name"]!.GetValue<string>().ShouldBe("长沙市");
        november["dueOn"]!.GetValue<string>().ShouldBe("2023-11-30");
        november["state"]!.GetValue<string>().ShouldBe("open");
    }

    [Fact]
    public async Task ClosedColumnsAreEmptyFromAugustOnAndUnfedOnesZero()
    {
        var july = await _changsha.ReadAsync("/v1/forms/h32_progress/430100/2023-07");
        var august = await _changsha.ReadAsync("/v1/forms/h32_progress/430100/2023-08");

        Enumerable.Range(18, 5).ShouldAllBe(column => july.Cell(column) == 0);
        Enumerable.Range(18, 5).ShouldAllBe(column => august.Cell(column) == null);
        august.Cell(17).ShouldBe(0);
        august["cells"]!.AsArray().Count(cell => (string)cell!["state"]! == "closed").ShouldBe(5);
        (await _changsha.ProblemAsync("/v1/forms/h32_progress/430100/2023-08/cells/18/events")).ShouldBe((404, "form.column_closed"));
    }

    [Fact]
    public async Task ACellNamesItsEventsAndTheyAddUpToIt()
    {
        var form = await _changsha.ReadAsync(November);
        var cell = form.CellOf(5);
        var address = new Uri(new Uri($"http://host{November}"), (string)cell["events"]!).AbsolutePath;

        var first = await _changsha.ReadAsync($"{address}?limit=2");
        var second = await _changsha.ReadAsync($"{address}?limit=2&after={first["next"]}");

        first["items"]!.AsArray().Count.ShouldBe(2);
        second["next"].ShouldBeNull();
        JsonNode[] events = [.. first["items"]!.AsArray()!, .. second["items"]!.AsArray()!];
        events.Length.ShouldBe((int)cell["eventCount"]!);
        events.Select(e => (long)e["sequence"]!).ShouldBe([1, 2, 3]);
        events.Select(e => (decimal)e["contribution"]!).ShouldBe([1, 0, 1]);
        events.ShouldAllBe(e => (string)e["source"]! == "internships" && (string)e["type"]! == "youthplatform.internships.subsidy_paid.v1");
    }

    [Fact]
    public async Task TheProvinceSeesAllPrefectures()
    {
        var province = await _app.Client("430000", Roles.Auditor).ReadAsync("/v1/forms/h32_progress/2023-11");

        var units = province["units"]!.AsArray();
        units.Count.ShouldBe(14);
        units.ShouldAllBe(unit => unit!["cells"]!.AsArray().Count == 30);
        units.Single(unit => (string)unit!["unit"]!["region"]! == "430200")!.Cell(5).ShouldBe(1);
        province["totals"]!.AsArray().Single(cell => (int)cell!["column"]! == 5)!["value"]!.GetValue<decimal>().ShouldBe(3);
    }

    [Fact]
    public async Task AnotherPrefectureAndTheProvincesFormAreForbidden()
    {
        (await _changsha.ProblemAsync("/v1/forms/h32_progress/430200/2023-11")).ShouldBe((403, "auth.region_forbidden"));
        (await _changsha.ProblemAsync("/v1/forms/h32_progress/430200/2023-11/cells/5/events")).ShouldBe((403, "auth.region_forbidden"));
        (await _changsha.ProblemAsync("/v1/forms/h32_progress/2023-11")).ShouldBe((403, "auth.region_forbidden"));
        (await SubmitAsync(_app.Client("430200"), "\"1\"")).Status.ShouldBe(403);
        (await _app.Client("430100", Roles.Graduate).ProblemAsync(November)).Status.ShouldBe(403);
        (await SubmitAsync(_app.Client("430100", Roles.Auditor), "\"1\"")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("/v1/forms/h33/430100/2023-11", 404, "form.unknown")]
    [InlineData("/v1/forms/h32_progress/430100/2023-13", 400, "request.month_invalid")]
    [InlineData("/v1/forms/h32_progress/430100/2024-01", 404, "form.month_unknown")]
    [InlineData("/v1/forms/h32_progress/430104/2023-11", 404, "form.unit_unknown")]
    [InlineData("/v1/forms/h32_progress/430100/2023-11/cells/31/events", 404, "form.column_unknown")]
    [InlineData("/v1/forms/h32_progress/430100/2023-11/cells/5/events?after=x", 400, "request.after_invalid")]
    public async Task WhatIsNotThereIsSaid(string path, int status, string code) =>
        (await _changsha.ProblemAsync(path)).ShouldBe((status, code));

    [Fact]
    public async Task AnUnchangedFormIsNotSentTwice()
    {
        var etag = await ETagAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, November);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(etag));
        using var response = await _changsha.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await _app.Store.RecordAsync(7, Samples.Subsidy(7, 100, "2023-11-21"));
        (await ETagAsync()).ShouldNotBe(etag);
    }

    [Fact]
    public async Task ASubmissionKeepsTheFiguresThatWereSeenAndIsPublished()
    {
        var etag = await ETagAsync();
        (await SubmitAsync(_changsha, null)).ShouldBe((428, "request.if_match_missing"));
        await _app.Store.RecordAsync(8, Samples.Subsidy(8, 104, "2023-11-22"));
        (await SubmitAsync(_changsha, etag)).ShouldBe((412, "request.version_mismatch"));

        (await SubmitAsync(_changsha, await ETagAsync())).ShouldBe((200, null));
        await _app.Store.RecordAsync(9, Samples.Subsidy(9, 105, "2023-11-23"));

        var form = await _changsha.ReadAsync(November);
        var cell = form.CellOf(5);
        ((decimal)cell["submitted"]!, (decimal)cell["value"]!).ShouldBe((3, 4));
        ((string)form["state"]!, (string)form["submission"]!["submittedOn"]!, (bool)form["submission"]!["isLate"]!)
            .ShouldBe(("submitted", "2023-11-28", false));
        (await SubmitAsync(_changsha, await ETagAsync())).ShouldBe((409, "form.already_submitted"));
        (await SubmitAsync(_app.Client("430000"), await ETagAsync())).ShouldBe((403, "form.unit_only"));
        var province = await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/forms/h32_progress/2023-11");
        province["units"]!.AsArray().Count(unit => (string)unit!["state"]! == "submitted").ShouldBe(1);

        var published = await PublishedAsync();
        published.Type.ShouldBe("youthplatform.reporting.form_submitted.v1");
        published.Region.ShouldBe("430100");
        var cells = JsonNode.Parse(published.Data)!;
        cells["cells"]!.AsArray().Count.ShouldBe(25);
        cells.CellOf(5)["value"]!.ToString().ShouldBe("3");
        ((int)cells["version"]!).ShouldBe(1);
        var feed = await _app.Client("430000", Roles.Bureau).ReadAsync("/feeds/v1/events?after=0");
        feed.AsArray().Select(e => (string)e!["id"]!).ShouldBe([published.Id.ToString()]);
    }

    private async Task<PublicEvent> PublishedAsync()
    {
        var log = _app.Services.GetRequiredService<PublicLogReader>();
        var events = await Eventually.ReadsAsync(
            () => log.ReadAsync(0, 10, null, null, TestContext.Current.CancellationToken),
            events => events.Count == 1,
            TimeSpan.FromSeconds(20),
            "the submission is in the public log");
        return events[0];
    }

    private async Task<string> ETagAsync() => (await _changsha.GetAsync(November)).ETag.ShouldNotBeNull();

    private static async Task<(int Status, string? Code)> SubmitAsync(ServiceClient client, string? etag)
    {
        var reply = await client.PostAsync($"{November}/submission", etag: etag);
        return ((int)reply.Status, reply.Code);
    }
}
