using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.GraduateTracking.Tests.Subsidies;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Access;

/// <summary>Changsha with one of everything that its officials keep, on 2023-08-10.</summary>
internal sealed class RegionScene : IAsyncDisposable
{
    public const string Unemployment = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,失业登记日期\n";

    private readonly SubsidyHost _subsidies;
    private readonly Dictionary<string, string> _ids = [];

    private RegionScene(CaseHost host, IReadOnlyList<RosterPerson> people)
    {
        Host = host;
        _subsidies = new(host.Tracking, people);
    }

    public CaseHost Host { get; }

    /// <summary>People of the roster.</summary>
    public IReadOnlyList<RosterPerson> People => _subsidies.People;

    /// <summary>Ids of what there is, by the route's first part and the parameter's name.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>What an answer about Changsha has in it: ids, and codes of its counties.</summary>
    public IEnumerable<string> Traces => _ids.Where(id => !id.Key.EndsWith(":ledger", StringComparison.Ordinal)).Select(id => id.Value)
        .Append(CaseHost.Furong).Append("430104").Append("clerk-7");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RegionScene> StartAsync(PostgresFixture postgres)
    {
        var host = await CaseHost.StartAsync(postgres, "2023-08-10");
        var roster = new RosterGenerator(TrackingHost.Regions, 9).Generate(40).ToList();
        await host.Tracking.ImportAsync(TrackingHost.Csv(roster));
        var scene = new RegionScene(host, roster);
        await scene.PeopleAsync();
        await scene.CaseworkAsync();
        await scene.RightsAsync();
        await scene.LedgersAsync();
        await scene.MoneyAsync();
        return scene;
    }

    public ServiceClient As(string role, string region = CaseHost.Changsha) => Host.Official(role, region);

    /// <summary>Sends a file, with what any kind of file asks for.</summary>
    public static async Task<ServiceReply> UploadAsync(ServiceClient client, string path, string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv; charset=utf-8");
        request.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        using var response = await client.Http.SendAsync(request, Cancel);
        return new ServiceReply(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel)), response.Headers.ETag?.ToString(), false);
    }

    public ValueTask DisposeAsync() => _subsidies.DisposeAsync();

    private static string Id(ServiceReply reply, string name) => (string)reply.ShouldBe(reply.Status == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.Created)[name]!;

    private async Task PeopleAsync()
    {
        var (one, other) = (await Host.JobSeekerAsync(CaseHost.Furong, "low_income_allowance_family"), await Host.JobSeekerAsync("430104", "disabled"));
        _ids["personId"] = one.ToString();
        _ids["other:personId"] = other.ToString();
        _ids["duplicates:caseId"] = Id(await As("reviewer").PostAsync("/v1/duplicates", new { firstPersonId = one, secondPersonId = other }), "caseId");
        _ids["erasures:erasureId"] = Id(await As("clerk").PostAsync($"/v1/ledger/{other}/erasure"), "erasureId");
        (await As("clerk").PostAsync($"/v1/ledger/{one}/disclosures", new { purpose = "contact" })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        (await As("clerk").PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-7", personIds = new[] { one } })).ShouldBe(HttpStatusCode.OK);
        object cover = new { region = "430104", officer = "clerk-7", substitute = "clerk-9", from = "2023-08-10", until = "2023-08-20" };
        _ids["officer-covers:coverId"] = Id(await As("clerk").PostAsync("/v1/officer-covers", cover), "coverId");
        _ids["roster-imports:importId"] = (string)(await Host.Tracking.ImportAsync(
            TrackingHost.Csv(new RosterGenerator(TrackingHost.Regions, 10).Generate(3)), Host.Tracking.Education(CaseHost.Changsha)))["importId"]!;
        var registered = $"{Unemployment}示例,{Someone.CitizenId(5)},,示例大学,本科,2023-06-30,430104,2023-08-01\n";
        _ids["unemployment-register-imports:importId"] = Id(await UploadAsync(As("clerk"), "/v1/unemployment-register-imports", registered), "importId");
        var moving = await Host.PersonAsync(CaseHost.Furong);
        object transfer = new { to = "430211", place = "residence" };
        _ids["transfers:transferId"] = Id(await As("clerk").PostAsync($"/v1/ledger/{moving}/transfers", transfer, await Host.ETagAsync($"/v1/ledger/{moving}")), "transferId");
    }

    private async Task CaseworkAsync()
    {
        object cadre = new { programme = "hardship", unit = "示例街道", region = CaseHost.Changsha, account = "cadre-1" };
        var id = Id(await As("clerk").PostAsync("/v1/cadres", cadre), "cadreId");
        _ids["cadres:cadreId"] = id;
        (await As("clerk").PostAsync($"/v1/cadres/{id}/students", new { personId = _ids["personId"] })).ShouldBe(HttpStatusCode.OK);
        object camp = new { region = CaseHost.Changsha, title = "青年就业训练营", activities = new[] { new { kind = "guidance", on = "2023-08-20" } } };
        _ids["camps:campId"] = Id(await As("clerk").PostAsync("/v1/camps", camp), "campId");
        object plan = new { responsible = "clerk-7", steps = new[] { new { kind = "guidance", dueOn = "2023-08-15" } } };
        (await As("clerk").PostAsync($"/v1/plans/{_ids["personId"]}", plan)).ShouldBe(HttpStatusCode.Created);
        (await As("clerk").PostAsync($"/v1/destinations/{_ids["personId"]}", new { code = "flexible" })).ShouldBe(HttpStatusCode.Created);
    }

    private async Task RightsAsync()
    {
        object open = new { region = CaseHost.Furong, kind = "false_recruitment", source = "complaint", party = SubsidyHost.Firm, facts = "收取培训费" };
        _ids["rights-cases:caseId"] = Id(await As("clerk").PostAsync("/v1/rights-cases", open), "caseId");
        var objects = Enumerable.Range(1, 30).Select(number => new { creditCode = CreditCode.Create(RegionCode.Parse(CaseHost.Furong), number).Value, isFocus = number == 1 });
        object announcement = new { region = CaseHost.Changsha, period = "2023-08", objects, inspectors = new[] { "inspector-1", "inspector-2", "inspector-3" } };
        _ids["rights-inspections:inspectionId"] = Id(await As("reviewer").PostAsync("/v1/rights-inspections", announcement), "inspectionId");
    }

    private async Task LedgersAsync()
    {
        _ids["service-ledgers:ledger"] = "job_post";
        object values = new { publishedOn = "2023-08-01", source = "private_firm", openings = 3 };
        _ids["service-ledgers:recordId"] = Id(
            await As("clerk").PostAsync("/v1/service-ledgers/job_post/records", new { region = CaseHost.Changsha, values }), "recordId");
        _ids["service-ledgers:importId"] = Id(
            await UploadAsync(As("clerk"), "/v1/service-ledgers/job_post/imports", "行政区划代码,发布日期,岗位来源,招聘人数\n430100,2023-08-02,private_firm,5\n"), "importId");
    }

    private async Task MoneyAsync()
    {
        var row = SubsidyHost.Row(_subsidies.People[0].CitizenId);
        _ids["insured-imports:importId"] = (string)(await _subsidies.ImportAsync(row, SubsidyHost.Row(_subsidies.People[1].CitizenId)))["importId"]!;
        var (path, accepted) = await _subsidies.AcceptedAsync("one_off_hiring");
        (await _subsidies.Approver.PostAsync($"{path}/approval", new { }, accepted.ETag)).ShouldBe(HttpStatusCode.OK);
        _ids["subsidies:subsidyId"] = (await _subsidies.AcceptedAsync("social_insurance")).Path[^36..];
        object account = new { bank = "示例银行长沙分行", holder = "长沙示例科技有限公司", number = "6300000000000000077" };
        _ids["payee-accounts:payeeId"] = Id(await _subsidies.Unit.PostAsync("/v1/payee-accounts", new { region = CaseHost.Changsha, account }), "payeeId");
        _ids["pay-runs:runId"] = Id(await _subsidies.Clerk.PostAsync("/v1/pay-runs", new { region = CaseHost.Changsha }), "runId");
        _ids["entitlements:entitlementId"] = (string)(await _subsidies.Clerk.GetAsync("/v1/entitlements"))["items"].AsArray()[0]!["entitlementId"]!;
    }
}
