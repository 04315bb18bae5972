using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Sdmx;

/// <summary>Data queries of SDMX-REST 2 on submitted forms.</summary>
public sealed class SdmxDataTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Header =
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,FORM_STATE,FORM_VERSION";

    private SdmxUnderTest _sdmx = null!;

    public async ValueTask InitializeAsync() => _sdmx = await SdmxUnderTest.StartAsync(postgres);

    public ValueTask DisposeAsync() => _sdmx.DisposeAsync();

    [Fact]
    public async Task CsvHasALineForEachFigureOfASubmittedForm()
    {
        using var answer = await _sdmx.AskAsync($"{SdmxUnderTest.Flow}/M.430100.C05", SdmxUnderTest.Csv);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.sdmx.data+csv; version=2.0.0");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n").ShouldBe(
        [
            Header,
            "dataflow,YOUTHPLATFORM:H32_PROGRESS(1.0.0),I,M,430100,C05,2023-10,1,人,P,SUBMITTED,1",
            "dataflow,YOUTHPLATFORM:H32_PROGRESS(1.0.0),I,M,430100,C05,2023-11,2,人,P,SUBMITTED,1",
            string.Empty,
        ]);
        (await _sdmx.FiguresAsync(string.Empty)).Count.ShouldBe(3 * 25);
    }

    [Theory]
    [InlineData("/*.*.C05", "430100 C05 2023-10 1|430100 C05 2023-11 2|430200 C05 2023-10 1")]
    [InlineData("/M.430200.C05,M.430100.C06", "430100 C06 2023-10 1|430100 C06 2023-11 2|430200 C05 2023-10 1")]
    [InlineData("?c[INDICATOR]=C05&c[REF_AREA]=430100,430300", "430100 C05 2023-10 1|430100 C05 2023-11 2")]
    [InlineData("?c[INDICATOR]=C05&c[TIME_PERIOD]=ge:2023-11+le:2023-12", "430100 C05 2023-11 2")]
    [InlineData("?c[INDICATOR]=C05&c[TIME_PERIOD]=lt:2023-11", "430100 C05 2023-10 1|430200 C05 2023-10 1")]
    [InlineData("?c[INDICATOR]=C05&c[TIME_PERIOD]=ge:2023-Q4", "430100 C05 2023-10 1|430100 C05 2023-11 2|430200 C05 2023-10 1")]
    [InlineData("?c[OBS_VALUE]=gt:1", "430100 C05 2023-11 2|430100 C06 2023-11 2")]
    [InlineData("?c[OBS_VALUE]=ge:1&c[REF_AREA]=sw:4302&c[UNIT_MEASURE]=ne:人", "430200 C06 2023-10 1")]
    [InlineData("/M.*.C05?lastNObservations=1", "430100 C05 2023-11 2|430200 C05 2023-10 1")]
    [InlineData("/M.*.C05?firstNObservations=1", "430100 C05 2023-10 1|430200 C05 2023-10 1")]
    [InlineData("/M.*.C05?sort=TIME_PERIOD:desc+REF_AREA&limit=2", "430100 C05 2023-11 2|430100 C05 2023-10 1")]
    [InlineData("/M.*.C05?offset=2", "430200 C05 2023-10 1")]
    [InlineData("/M.430300.C05", "")]
    public async Task FiguresAreChosenByKeyConditionAndNumber(string query, string expected) =>
        string.Join('|', await _sdmx.ShortAsync(query)).ShouldBe(expected);

    [Fact]
    public async Task FiguresOfAProvisionAgreementAreThoseOfItsUnit()
    {
        using var answer = await _sdmx.AskAsync("/sdmx/v2/data/provisionagreement/YOUTHPLATFORM/PA_H32_PROGRESS_430100/1.0.0/M.*.C05", SdmxUnderTest.Csv);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Skip(1).Select(line => line.Split(',')[4]).ShouldBe(["430100", "430100"]);
    }

    /// <summary>Changsha submitted October and November, Zhuzhou October: its November is still compiled.</summary>
    [Fact]
    public async Task FiguresThatAreStillCompiledAreGivenWhereTheyAreAskedFor()
    {
        await _sdmx.App.Store.RecordAsync(4, Samples.Subsidy(4, 103, "2023-11-20", "430202"));

        (await _sdmx.ShortAsync("/M.430200.C05?c[TIME_PERIOD]=2023-11")).ShouldBeEmpty();
        var compiled = (await _sdmx.FiguresAsync("/M.430200.C05?c[TIME_PERIOD]=2023-11&c[FORM_STATE]=COMPILING")).Single();
        (compiled["OBS_VALUE"], compiled["OBS_STATUS"], compiled["FORM_STATE"], compiled["FORM_VERSION"]).ShouldBe(("2", "P", "COMPILING", "0"));
        (await _sdmx.ShortAsync("/M.430100.C05?c[TIME_PERIOD]=2023-11&c[FORM_STATE]=COMPILING")).ShouldBeEmpty();
        (await _sdmx.ShortAsync("/M.430100.C05,M.430200.C05?c[TIME_PERIOD]=2023-11&c[FORM_STATE]=COMPILING,SUBMITTED"))
            .ShouldBe(["430100 C05 2023-11 2", "430200 C05 2023-11 2"]);

        var form = _sdmx.Form("430100", "2023-11");
        await form.DoneAsync(form.Reviewer, "return", new { reason = "请核对补贴人数。" });
        (await _sdmx.ShortAsync("/M.430100.C05?c[TIME_PERIOD]=2023-11&c[FORM_STATE]=COMPILING")).ShouldBe(["430100 C05 2023-11 2"]);
    }

    [Fact]
    public async Task DataAreAsTheyWereAtAnInstant()
    {
        var instant = Uri.EscapeDataString(_sdmx.AfterOctober.ToString("yyyy-MM-ddTHH:mm:sszzz"));

        (await _sdmx.ShortAsync($"/M.*.C05?asOf={instant}")).ShouldBe(["430100 C05 2023-10 1", "430200 C05 2023-10 1"]);
        (await _sdmx.ShortAsync($"/M.*.C05?updatedAfter={instant}")).ShouldBe(["430100 C05 2023-11 2"]);
        (await _sdmx.FiguresAsync($"/M.*.C05?updatedAfter={instant}")).ShouldAllBe(line => line["ACTION"] == "R");
        (await _sdmx.ShortAsync("/M.*.C05?asOf=2023-11-01T00:00:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReturnedFiguresAreTakenBackAndLockedOnesStandUntilTheyAreRestated()
    {
        var november = _sdmx.Form("430100", "2023-11");
        var before = Now();
        await november.DoneAsync(november.Reviewer, "return", new { reason = "请核对补贴人数。" });
        (await _sdmx.FiguresAsync($"/M.430100.C05?c[TIME_PERIOD]=2023-11&updatedAfter={before}")).Select(line => line["ACTION"]).ShouldBe(["D"]);
        (await _sdmx.ShortAsync("/M.430100.C05?c[TIME_PERIOD]=2023-11")).ShouldBeEmpty();

        Now();
        await november.LockAsync();
        Now();
        (await StatesAsync()).ShouldBe(["2 A LOCKED 2"]);
        await _sdmx.App.Store.RecordAsync(8, Samples.Subsidy(8, 101, "2023-11-21"));
        await november.DoneAsync(november.Clerk, "restatement-proposal", new { reason = "补录一笔补贴。" });
        (await StatesAsync()).ShouldBe(["2 A LOCKED 2"]);
        await november.DoneAsync(november.Approver, "restatement");
        (await StatesAsync()).ShouldBe(["3 A RESTATED 3"]);

        var history = await _sdmx.ReadAsync($"{SdmxUnderTest.Flow}/M.430100.C05?c[TIME_PERIOD]=2023-11&includeHistory=true");
        history["data"]!["dataSets"]!.AsArray().Select(set => (string)set!["action"]!)
            .ShouldBe(["Replace", "Delete", "Replace", "Replace"]);

        string Now()
        {
            _sdmx.App.Clock.Advance(TimeSpan.FromMinutes(1));
            var now = _sdmx.App.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ");
            _sdmx.App.Clock.Advance(TimeSpan.FromMinutes(1));
            return now;
        }

        async Task<IEnumerable<string>> StatesAsync() =>
            from line in await _sdmx.FiguresAsync("/M.430100.C05?c[TIME_PERIOD]=2023-11")
            select $"{line["OBS_VALUE"]} {line["OBS_STATUS"]} {line["FORM_STATE"]} {line["FORM_VERSION"]}";
    }

    [Fact]
    public async Task TheHistoryHasADataSetForEachTimeThatSomethingWentOut()
    {
        var all = await _sdmx.ReadAsync($"{SdmxUnderTest.Flow}/M.*.C05?includeHistory=true");
        var later = await _sdmx.ReadAsync(
            $"{SdmxUnderTest.Flow}/M.*.C05?includeHistory=true&updatedAfter={Uri.EscapeDataString(_sdmx.AfterOctober.ToString("O"))}");

        var sets = all["data"]!["dataSets"]!.AsArray();
        sets.ShouldAllBe(set => (string)set!["action"]! == "Replace");
        sets.Select(set => DateTimeOffset.Parse((string)set!["validFrom"]!)).ShouldBeInOrder();
        DateTimeOffset.Parse((string)sets[^1]!["validFrom"]!).ShouldBeGreaterThan(_sdmx.AfterOctober);
        later["data"]!["dataSets"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task JsonPointsFromObservationsToTheirStructure()
    {
        var message = await _sdmx.ReadAsync($"{SdmxUnderTest.Flow}/M.*.C05");

        ((string)message["meta"]!["sender"]!["id"]!).ShouldBe("YOUTHPLATFORM");
        var structure = message["data"]!["structures"]!.AsArray().Single()!;
        Ids(structure["dimensions"]!["series"]!).ShouldBe(["FREQ", "REF_AREA", "INDICATOR"]);
        Ids(structure["dimensions"]!["observation"]!).ShouldBe(["TIME_PERIOD"]);
        Ids(structure["attributes"]!["series"]!).ShouldBe(["UNIT_MEASURE"]);
        Ids(structure["attributes"]!["observation"]!).ShouldBe(["OBS_STATUS", "FORM_STATE", "FORM_VERSION"]);
        var areas = structure["dimensions"]!["series"]![1]!["values"]!;
        (Ids(areas)[0], (string)areas[0]!["name"]!).ShouldBe(("430100", "长沙市"));
        var series = message["data"]!["dataSets"]!.AsArray().Single()!["series"]!;
        series["0:0:0"]!["observations"]!.ToJsonString().ShouldBe("""{"0":[1,0,0,0],"1":[2,0,0,0]}""");
        series["0:1:0"]!["observations"]!.ToJsonString().ShouldBe("""{"0":[1,0,0,0]}""");
    }

    [Theory]
    [InlineData("AllDimensions", null, "0:0:0:0")]
    [InlineData("REF_AREA", "0:0:0", "0")]
    [InlineData("INDICATOR", "0:0:0", "0")]
    public async Task AnyDimensionCanStandAtTheObservation(string dimension, string? series, string observation)
    {
        var message = await _sdmx.ReadAsync($"{SdmxUnderTest.Flow}/M.*.C05?dimensionAtObservation={dimension}&attributes=OBS_STATUS");

        var set = message["data"]!["dataSets"]![0]!;
        var observations = (series is null ? set : set["series"]![series]!)["observations"]!;
        observations[observation]!.ToJsonString().ShouldBe("[1,0]");
    }

    [Fact]
    public async Task FiguresAndAttributesCanBeLeftOutAndLabelsAdded()
    {
        using var bare = await _sdmx.AskAsync($"{SdmxUnderTest.Flow}/M.430200.C05?attributes=none&measures=none", SdmxUnderTest.Csv);
        using var both = await _sdmx.AskAsync($"{SdmxUnderTest.Flow}/M.430200.C05?attributes=none", $"{SdmxUnderTest.Csv};labels=both;keys=both");
        using var name = await _sdmx.AskAsync($"{SdmxUnderTest.Flow}/M.430200.C05?attributes=none", $"{SdmxUnderTest.Csv};labels=name;keys=series");

        (await LinesAsync(bare)).ShouldBe(
        [
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD",
            "dataflow,YOUTHPLATFORM:H32_PROGRESS(1.0.0),I,M,430200,C05,2023-10",
            string.Empty,
        ]);
        var lines = await LinesAsync(both);
        lines[0].ShouldBe("STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,FREQ: 频率,REF_AREA: 地区,INDICATOR: 指标,TIME_PERIOD: 报送期,OBS_VALUE: 数值");
        lines[1].ShouldStartWith("dataflow,YOUTHPLATFORM:H32_PROGRESS(1.0.0): 2023年高校毕业生等青年就业创业推进计划工作进展情况统计表,I,M.430200.C05,");
        lines[1].ShouldContain(",M.430200.C05.2023-10,M: 每月,430200: 株洲市,");
        (await LinesAsync(name))[0].ShouldBe(
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES_KEY,FREQ,频率,REF_AREA,地区,INDICATOR,指标,TIME_PERIOD,报送期,OBS_VALUE,数值");
    }

    [Fact]
    public async Task WhatIsKnownIsNotSentAgainUntilSomethingGoesOut()
    {
        using var first = await _sdmx.AskAsync(SdmxUnderTest.Flow, SdmxUnderTest.Json);
        _sdmx.App.Clock.Advance(TimeSpan.FromHours(1));
        using var again = await _sdmx.AskAsync(SdmxUnderTest.Flow, SdmxUnderTest.Json, first.Headers.ETag!.ToString());
        await _sdmx.SubmitAsync("430300", "2023-11");
        using var changed = await _sdmx.AskAsync(SdmxUnderTest.Flow, SdmxUnderTest.Json, first.Headers.ETag!.ToString());

        (again.StatusCode, changed.StatusCode).ShouldBe((HttpStatusCode.NotModified, HttpStatusCode.OK));
    }

    [Fact]
    public async Task ACallerSeesTheRegionsOfItsTokenOnly()
    {
        var zhuzhou = _sdmx.App.Client("430200").Http;

        (await _sdmx.FiguresAsync("/M.*.C05", client: zhuzhou)).Select(line => line["REF_AREA"]).ShouldBe(["430200"]);
        using var forbidden = await _sdmx.AskAsync(SdmxUnderTest.Flow, client: _sdmx.App.Client("430000", Roles.Graduate).Http);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnAnswerIsCompressedForWhoTakesIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SdmxUnderTest.Flow);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await _sdmx.Bureau.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    [Theory]
    [InlineData("/sdmx/v2/data/dataflow/YOUTHPLATFORM/NOTHING", null, 404)]
    [InlineData("/sdmx/v2/data/dataflow/ESTAT/H32_PROGRESS", null, 404)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS/2.0.0", null, 404)]
    [InlineData("/sdmx/v2/data/provisionagreement/*/PA_H32_PROGRESS_999999", null, 404)]
    [InlineData("/sdmx/v2/data/nonsense/*/*", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS/+/M.430100.C05.X", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS?c[NOTHING]=1", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS?c[TIME_PERIOD]=ge:yesterday", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS?lastNObservations=0", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS?asOf=2023-11-01&updatedAfter=2023-12-01", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS?lastObservations=1", null, 400)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS", "application/vnd.sdmx.data+xml;version=3.0.0", 406)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS", "application/vnd.sdmx.data+json;version=1.0.0", 406)]
    [InlineData("/sdmx/v2/data/dataflow/*/H32_PROGRESS", "application/vnd.sdmx.data+csv;version=2.0.0;labels=all", 406)]
    public async Task AFaultIsSaidInAMessage(string path, string? accept, int status)
    {
        using var answer = await _sdmx.AskAsync(path, accept);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.sdmx.data+json");
        var message = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        message["errors"]!.AsArray().Single()!["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0, application/vnd.sdmx.data+json;version=2.0.0;q=0.5", "application/vnd.sdmx.data+csv")]
    [InlineData("application/vnd.sdmx.data+xml;version=3.0.0, application/vnd.sdmx.data+json;version=2.0+.0;q=0.5", "application/vnd.sdmx.data+json")]
    [InlineData("text/csv", "application/vnd.sdmx.data+csv")]
    [InlineData("*/*", "application/vnd.sdmx.data+json")]
    public async Task TheFormatIsTheOneThatTheCallerLikesBest(string accept, string mediaType)
    {
        using var answer = await _sdmx.AskAsync(SdmxUnderTest.Flow, accept);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
    }

    [Fact]
    public async Task AvailabilitySaysForWhichCodesThereAreFigures()
    {
        var message = await _sdmx.ReadAsync("/sdmx/v2/availability/dataflow/YOUTHPLATFORM/H32_PROGRESS/1.0.0/M.*.C05");

        var constraint = message["data"]!["dataConstraints"]!.AsArray().Single()!;
        ((string)constraint["role"]!).ShouldBe("Actual");
        var values = constraint["cubeRegions"]![0]!["keyValues"]!.AsArray().ToDictionary(
            of => (string)of!["id"]!, of => string.Join(' ', of!["values"]!.AsArray().Select(value => (string)value!["value"]!)));
        values.ShouldBe(new Dictionary<string, string>
        {
            ["FREQ"] = "M", ["REF_AREA"] = "430100 430200", ["INDICATOR"] = "C05", ["TIME_PERIOD"] = "2023-10 2023-11",
        });
        constraint["annotations"]!.AsArray().Select(metric => (string)metric!["title"]!).ShouldBe(["2", "3"]);
    }

    private static string[] Ids(JsonNode components) => [.. components.AsArray().Select(component => (string)component!["id"]!)];

    private static async Task<string[]> LinesAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
}
