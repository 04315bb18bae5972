using System.Net;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Highlights;

/// <summary>Texts on the prefectures' work over HTTP.</summary>
public sealed class HighlightApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceHost<Program> _app = null!;
    private ServiceClient _changsha = null!;
    private ServiceClient _province = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _changsha = _app.Client("430100");
        _province = _app.Client("430000", Roles.Reviewer);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task AMonthsDutyIsFulfilledByTwoTexts()
    {
        (await FileAsync()).ShouldBe(HttpStatusCode.Created);
        var second = (await FileAsync()).ShouldBe(HttpStatusCode.Created).Body!;

        (await DutyAsync("430100")).ShouldBe((2, 2, 0, 0));
        (await DutyAsync("430200")).ShouldBe((2, 0, 0, 2));

        var path = $"/v1/highlights/{(string)second["highlightId"]!}";
        (await _changsha.PostAsync($"{path}/withdrawal", new { reason = "重复" }, ETags.Of(1))).ShouldBe(HttpStatusCode.OK);
        (await DutyAsync("430100")).ShouldBe((2, 1, 0, 1));
        _app.SetDate(new DateOnly(2023, 12, 2));
        (await FileAsync()).ShouldBe(HttpStatusCode.Created);
        (await DutyAsync("430100")).ShouldBe((2, 1, 1, 0));
    }

    [Fact]
    public async Task ADraftIsOfThePrefectureAloneUntilItIsFiled()
    {
        var unfinished = new { region = "430100", month = "2023-11", title = "", text = "举办招聘会3场。" };
        var draft = (await _changsha.PostAsync("/v1/highlights/drafts", unfinished)).ShouldBe(HttpStatusCode.Created).Body!;
        ((string)draft["status"]!, draft["filedOn"], (string)draft["blocked"]![0]!).ShouldBe(("draft", null, "标题和正文不能为空。"));
        var path = $"/v1/highlights/{(string)draft["highlightId"]!}";

        (await DutyAsync("430100")).ShouldBe((2, 0, 0, 2));
        (await _province.ProblemAsync(path)).ShouldBe((404, "highlight.not_found"));
        (await _province.ReadAsync("/v1/highlights"))["items"]!.AsArray().ShouldBeEmpty();
        ((string)(await _changsha.ReadAsync("/v1/highlights"))["items"]![0]!["text"]!).ShouldBe("举办招聘会3场。");

        (await _changsha.PostAsync($"{path}/filing", new { }, ETags.Of(1))).ShouldBeProblem(HttpStatusCode.Conflict, "highlight.empty");
        (await _changsha.PostAsync($"{path}/revision", new { title = "校园招聘", text = "举办招聘会4场。" }, ETags.Of(1))).ShouldBe(HttpStatusCode.OK);
        (await _changsha.PostAsync($"{path}/filing", new { }, ETags.Of(2))).ShouldBe(HttpStatusCode.OK);
        ((string)(await _province.ReadAsync(path))["text"]!).ShouldBe("举办招聘会4场。");
        (await DutyAsync("430100")).ShouldBe((2, 1, 0, 1));
    }

    [Fact]
    public async Task ADiscardedDraftIsGoneFromTheLists()
    {
        var draft = (await _changsha.PostAsync("/v1/highlights/drafts", Text("430100"))).ShouldBe(HttpStatusCode.Created).Body!;
        var path = $"/v1/highlights/{(string)draft["highlightId"]!}";
        (await _changsha.PostAsync($"{path}/discard", new { }, ETags.Of(1))).ShouldBe(HttpStatusCode.OK);
        (await _changsha.ReadAsync("/v1/highlights"))["items"]!.AsArray().ShouldBeEmpty();
        (await _changsha.PostAsync($"{path}/filing", new { }, ETags.Of(2))).ShouldBeProblem(HttpStatusCode.Conflict, "highlight.discarded");
    }

    [Fact]
    public async Task TheProvinceDoesNotWriteForAPrefecture()
    {
        (await _province.PostAsync("/v1/highlights", Text("430100"))).ShouldBeProblem(HttpStatusCode.Forbidden, "highlight.unit_only");
        var filed = (await FileAsync()).ShouldBe(HttpStatusCode.Created).Body!;
        (await _province.PostAsync($"/v1/highlights/{(string)filed["highlightId"]!}/withdrawal", new { reason = "重复" }, ETags.Of(1)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "highlight.unit_only");
    }

    [Fact]
    public async Task TheProvinceCommends()
    {
        var filed = (await FileAsync()).ShouldBe(HttpStatusCode.Created).Body!;
        var path = $"/v1/highlights/{(string)filed["highlightId"]!}";

        (await _app.Client("430100", Roles.Reviewer).PostAsync($"{path}/commendation", new { reason = "好" }, ETags.Of(1)))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await _province.PostAsync($"{path}/commendation", new { reason = "可推广" }, ETags.Of(1))).ShouldBe(HttpStatusCode.OK);

        var seen = await _changsha.ReadAsync(path);
        ((string)seen["status"]!, (string)seen["note"]!).ShouldBe(("commended", "可推广"));
        (await _changsha.PostAsync($"{path}/withdrawal", new { reason = "重复" }, ETags.Of(2))).ShouldBeProblem(HttpStatusCode.Conflict, "highlight.commended");
    }

    [Fact]
    public async Task APrefectureSeesAndFilesItsOwn()
    {
        var filed = (await FileAsync()).ShouldBe(HttpStatusCode.Created).Body!;
        var path = $"/v1/highlights/{(string)filed["highlightId"]!}";
        var hengyang = _app.Client("430400");

        (await hengyang.ProblemAsync(path)).ShouldBe((404, "highlight.not_found"));
        (await hengyang.ReadAsync("/v1/highlights"))["items"]!.AsArray().ShouldBeEmpty();
        (await _province.ReadAsync("/v1/highlights?month=2023-11"))["items"]!.AsArray().Count.ShouldBe(1);
        (await hengyang.PostAsync("/v1/highlights", Text("430100"))).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await _changsha.PostAsync("/v1/highlights", Text("430104"))).ShouldBeProblem(HttpStatusCode.BadRequest, "highlight.region_invalid");
        (await _app.Client("420100").PostAsync("/v1/highlights", Text("420100"))).ShouldBeProblem(HttpStatusCode.NotFound, "highlight.not_asked");
        (await _changsha.PostAsync("/v1/highlights", Text("430100", "11月"))).ShouldBeProblem(HttpStatusCode.BadRequest, "request.month_invalid");
    }

    private static object Text(string region, string month = "2023-11") => new { region, month, title = "校园招聘", text = "举办招聘会3场。" };

    private Task<ServiceReply> FileAsync() => _changsha.PostAsync("/v1/highlights", Text("430100"));

    private async Task<(int Due, int InTime, int Late, int Missing)> DutyAsync(string region)
    {
        var duties = await _province.ReadAsync("/v1/highlights/duties?province=430000&month=2023-11");
        var duty = duties["items"]!.AsArray().Single(duty => (string)duty!["region"]! == region)!;
        return ((int)duty["due"]!, (int)duty["inTime"]!, (int)duty["late"]!, (int)duty["missing"]!);
    }
}
