using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.BulkFiles;

/// <summary>Sends bulk files, and writes many interns straight to the log for them to be about.</summary>
internal static class BulkHost
{
    public const string AttendanceHeader = "见习编号,见习月,出勤天数,补助金额,发放方式,发放日期,银行流水号\n";
    public const string InternHeader = "申请编号,见习开始日期,见习月数,带教老师编号,带教老师岗位,保单号,保险起期,保险止期\n";

    private const int AppendsAtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ServiceReply> SendAsync(this ServiceClient client, string path, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        using var response = await client.Http.PostAsync($"/v1/{path}", content, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return new ServiceReply(response.StatusCode, JsonNode.Parse(text), response.Headers.ETag?.ToString(), false);
    }

    /// <summary>Sends a file and waits for its end.</summary>
    public static async Task<JsonNode> ImportAsync(this ServiceClient client, string path, string csv)
    {
        var sent = (await client.SendAsync(path, csv)).ShouldBe(HttpStatusCode.Created);
        return await client.CompletedAsync(path, (Guid)sent["importId"]);
    }

    public static async Task<JsonNode> CompletedAsync(this ServiceClient client, string path, Guid importId) => await Eventually.ReadsAsync(
        async () => (await client.GetAsync($"/v1/{path}/{importId}")).ShouldBe(HttpStatusCode.OK).Body!,
        import => (string)import["status"]! == "completed",
        Patience,
        "the import is completed");

    /// <summary>Row, code and reason of those that were not accepted.</summary>
    public static async Task<IReadOnlyList<string>> RemarksAsync(this ServiceClient client, string path, JsonNode import)
    {
        var rows = (await client.GetAsync($"/v1/{path}/{import["importId"]}/rows?limit=500")).ShouldBe(HttpStatusCode.OK);
        return [.. rows["items"].AsArray().Where(row => (string)row!["status"]! != "accepted").Select(row => $"{row!["row"]} {row["code"]}")];
    }

    public static (long Read, long Accepted, long Known, long Rejected) Counts(JsonNode import) =>
        ((long)import["rowsRead"]!, (long)import["accepted"]!, (long)import["alreadyKnown"]!, (long)import["rejected"]!);

    /// <summary>Internships of a unit that run since 2023-08-07, without the way that leads there.</summary>
    public static async Task<IReadOnlyList<Guid>> RunningAsync(this InternshipsHost host, HostedUnit unit, int count)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(unit);
        Guid[] placements = [.. Enumerable.Range(0, count).Select(_ => NewId())];
        await Parallel.ForEachAsync(
            placements, new ParallelOptions { MaxDegreeOfParallelism = AppendsAtOnce, CancellationToken = Cancel }, async (id, cancel) =>
            {
                var agreement = Samples.Agreement with { PlacementId = id, ApplicationId = NewId(), PersonId = NewId(), UnitId = unit.UnitId, PostId = unit.PostId };
                object[] events =
                [
                    new PlacementArranged(agreement, "unit-1", Samples.Today),
                    new InternshipStarted(id, agreement.PersonId, unit.UnitId, unit.PostId, agreement.Region, agreement.StartsOn, agreement.EndsOn),
                ];
                await host.Host.Store.AppendAsync(new Append([new StreamAppend(Placement.Stream(id), 0, events)], new EventMetadata("test")), cancel);
            });
        return placements;
    }

    public static string AttendanceCsv(IEnumerable<Guid> placements, string month = "2023-09", string paidOn = "2023-09-06") =>
        AttendanceHeader + string.Concat(placements.Select((id, n) => $"{id},{month},22,1800,银行卡,{paidOn},{month}-{n}\n"));

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
