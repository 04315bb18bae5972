using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>The service with a roster taken in, on 2023-08-10, and what tests of subsidies ask of it again and again.</summary>
internal sealed class SubsidyHost(TrackingHost tracking, IReadOnlyList<RosterPerson> people) : IAsyncDisposable
{
    public const string Furong = "430102";
    public const string Header = "身份证号,统一社会信用代码,企业规模,参保地区划代码,参保起始日期,合同起始日期,合同终止日期,停保日期\n";

    public static readonly string Firm = CreditCode.Create(RegionCode.Parse(Furong), 77).Value;

    public TrackingHost Tracking => tracking;

    /// <summary>People on the ledger, as their roster has them; they left school within two years.</summary>
    public IReadOnlyList<RosterPerson> People => people;

    public ServiceClient Clerk { get; } = tracking.Host.As("clerk-430100", "clerk", "430100");

    public ServiceClient Approver { get; } = tracking.Host.As("approver-430100", "approver", "430100");

    public ServiceClient Payer { get; } = tracking.Host.As("payer-430100", "payer", "430100");

    public ServiceClient Unit { get; } = tracking.Host.As("unit-1", "host_unit", unit: Firm);

    public static async Task<SubsidyHost> StartAsync(PostgresFixture postgres)
    {
        var tracking = await TrackingHost.StartAsync(postgres);
        var roster = new RosterGenerator(TrackingHost.Regions, 9).Generate(40).ToList();
        await tracking.ImportAsync(TrackingHost.Csv(roster));
        tracking.Host.SetDate(new(2023, 8, 10));
        return new(tracking, roster);
    }

    /// <summary>A row of the newly insured.</summary>
    public static string Row(string citizenId, string size = "小型", string from = "2023-08-01", string contract = "2023-08-01,2024-07-31", string firm = "", string ended = "") =>
        $"{citizenId},{(firm.Length == 0 ? Firm : firm)},{size},{Furong},{from},{contract},{ended}";

    public async Task<JsonNode> ImportAsync(params string[] rows) =>
        (await UploadAsync(Clerk, rows)).ShouldBe(HttpStatusCode.Created).Body!;

    public static async Task<ServiceReply> UploadAsync(ServiceClient client, params string[] rows)
    {
        var text = $"{Header}{string.Join('\n', rows)}\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/insured-imports") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("text/csv") { CharSet = "utf-8" };
        request.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new ServiceReply(response.StatusCode, body, response.Headers.ETag?.ToString(), false);
    }

    public async Task<IReadOnlyList<JsonNode>> ListAsync(ServiceClient? client = null, string query = "") =>
        [.. (await (client ?? Clerk).GetAsync($"/v1/subsidies?limit=500{query}")).ShouldBe(HttpStatusCode.OK)["items"].AsArray().Select(item => item!)];

    /// <summary>The subsidy of a kind that was found, as the clerk reads it.</summary>
    public async Task<(string Path, ServiceReply Reply)> FoundAsync(string kind, int index = 0, Guid? person = null)
    {
        var found = (await ListAsync(query: $"&kind={kind}&status=candidate")).Where(item => person is null || (Guid)item["personId"]! == person);
        var path = $"/v1/subsidies/{(Guid)found.ElementAt(index)["subsidyId"]!}";
        return (path, (await Clerk.GetAsync(path)).ShouldBe(HttpStatusCode.OK));
    }

    /// <summary>Takes a found subsidy through offer and acceptance.</summary>
    public async Task<(string Path, ServiceReply Reply)> AcceptedAsync(string kind, Guid? person = null)
    {
        var (path, reply) = await FoundAsync(kind, person: person);
        reply = (await Clerk.PostAsync($"{path}/offer", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        return (path, (await Unit.PostAsync($"{path}/acceptance", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK));
    }

    /// <summary>Pays all that is payable in Changsha.</summary>
    public async Task PayAsync(string on)
    {
        var run = (await Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        run = (await tracking.Host.As("checker-1", "approver", "430100").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        run = (await Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        var rows = run["lines"].AsArray().Select(line => $"{line!["paymentId"]},{line["attempt"]},{line["net"]!["amount"]},paid,{on},B-{line["line"]},");
        (await Payer.PostCsvAsync($"{path}/bank-results", $"payment,attempt,amount,outcome,date,reference,code\n{string.Join('\n', rows)}\n"))
            .ShouldBe(HttpStatusCode.OK)["problems"].AsArray().ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => tracking.DisposeAsync();
}
