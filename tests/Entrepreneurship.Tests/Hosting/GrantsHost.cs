using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace YouthPlatform.Entrepreneurship.Tests.Hosting;

/// <summary>The service on a database of its own, and the people who use it. The clock stands in the window of Golden Bridge at first.</summary>
public sealed class GrantsHost : IAsyncDisposable
{
    public const string Programme = "/v1/programmes/golden_bridge/2023";
    public const string Opened = "2023-04-03";
    public const string WindowOver = "2023-05-11";
    public const string NoticeOver = "2023-05-19";

    private readonly string _keyFile = Path.GetTempFileName();

    private GrantsHost(string database, string? broker)
    {
        File.WriteAllText(_keyFile, Convert.ToBase64String(new byte[32]));
        Host = new ServiceHost<PublicTranslator>("entrepreneurship", database, broker)
        {
            Clock = new FakeTimeProvider(new DateTimeOffset(2023, 1, 1, 1, 0, 0, TimeSpan.Zero)),
            Settings = { ["Keys:File"] = _keyFile },
        };
    }

    internal ServiceHost<PublicTranslator> Host { get; }

    public ServiceClient Committee => Host.As("committee-1", "provincial_committee");

    public ServiceClient College => Official("college_committee");

    public ServiceClient Approver => Host.As("approver-1", "approver");

    public static async Task<GrantsHost> StartAsync(PostgresFixture postgres, string today = Opened, string? broker = null)
    {
        ArgumentNullException.ThrowIfNull(postgres);
        var host = new GrantsHost(await postgres.CreateDatabaseAsync("entrepreneurship", PrepareAsync), broker);
        host.SetDate(today);
        await host.Host.ListenAsync();
        return host;
    }

    private static async Task PrepareAsync(string database)
    {
        await using var first = new GrantsHost(database, null);
        _ = first.Host.Server;
    }

    /// <summary>The service on a database that is there, with settings of its own, in the window of Golden Bridge.</summary>
    public static Task<GrantsHost> StartAsync(string database, params IReadOnlyList<(string Key, string Value)> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var host = new GrantsHost(database, null);
        foreach (var (key, value) in settings)
        {
            host.Host.Settings[key] = value;
        }

        host.SetDate(Opened);
        return Task.FromResult(host);
    }

    public void SetDate(string date) => Host.SetDate(DateOnly.ParseExact(date, "yyyy-MM-dd"));

    public ServiceClient Official(string role, string region = "430100") => Host.As($"{role}-{region}", role, region);

    public ServiceClient Person(Guid person) => Host.As($"person-{person}", "graduate", person: person);

    public ServiceClient Judge(string account) => Host.As(account, "judge");

    public static object Yuan(decimal amount) => new { amount = amount.ToString("0.00"), currency = "CNY" };

    /// <summary>Golden Bridge of 2023, opened.</summary>
    public async Task OpenAsync() =>
        (await Committee.PostAsync("/v1/programmes", new { programme = "golden_bridge", year = 2023, region = "430000" })).ShouldBe(HttpStatusCode.Created);

    /// <summary>What a team hands in.</summary>
    public static object Content(Guid leader, string sector = "hard_tech", decimal amount = 10_000, string? phone = null, string college = "10532") => new
    {
        title = "水稻智能育秧",
        sector,
        summary = "以传感器和算法提高育秧成活率。",
        college,
        leader = new { personId = leader, standing = "student" },
        amount = Yuan(amount),
        contact = new { phone },
    };

    public async Task<ServiceReply> DraftAsync(Guid leader, object content, string region = "430100") => await Person(leader).PostAsync(
        "/v1/projects", new { programme = "golden_bridge", year = 2023, region, content });

    /// <summary>A project that its college has recommended.</summary>
    public async Task<Guid> AcceptedAsync(Guid leader, string sector = "hard_tech", decimal amount = 10_000, string? phone = null)
    {
        var project = await SubmittedAsync(leader, sector, amount, phone);
        var accepted = await College.PostAsync($"/v1/projects/{(Guid)project["projectId"]}/acceptance", etag: project.ETag);
        return (Guid)accepted.ShouldBe(HttpStatusCode.OK)["projectId"];
    }

    /// <summary>A project that its leader has handed in.</summary>
    public async Task<ServiceReply> SubmittedAsync(Guid leader, string sector = "hard_tech", decimal amount = 10_000, string? phone = null)
    {
        var drafted = (await DraftAsync(leader, Content(leader, sector, amount, phone))).ShouldBe(HttpStatusCode.Created);
        return (await Person(leader).PostAsync($"/v1/projects/{(Guid)drafted["projectId"]}/submission", etag: drafted.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A step of the programme as it stands.</summary>
    public async Task<ServiceReply> StepAsync(ServiceClient who, string step, object? body = null)
    {
        var programme = await Committee.GetAsync(Programme);
        return await who.PostAsync($"{Programme}/{step}", body, programme.ETag);
    }

    public async Task RegisterJudgesAsync(params string[] accounts)
    {
        foreach (var account in accounts)
        {
            (await Committee.PostAsync("/v1/judges", new { account, region = "430000", colleges = new[] { $"college-of-{account}" } }))
                .ShouldBe(HttpStatusCode.Created);
        }
    }

    /// <summary>Closes, draws four judges' panels, and lets all of them score; projects get the points given in their order.</summary>
    public async Task RankedAsync(IReadOnlyDictionary<Guid, int> points)
    {
        string[] judges = ["judge-1", "judge-2", "judge-3", "judge-4"];
        await RegisterJudgesAsync(judges);
        SetDate(WindowOver);
        (await StepAsync(Committee, "closing")).ShouldBe(HttpStatusCode.OK);
        (await StepAsync(Committee, "panel")).ShouldBe(HttpStatusCode.OK);
        foreach (var judge in judges)
        {
            foreach (var project in (await Judge(judge).GetAsync("/v1/assessments"))["items"].AsArray())
            {
                var id = (Guid)project!["projectId"]!;
                (await Judge(judge).PostAsync($"/v1/assessments/{id}/score", Score(points[id]))).ShouldBe(HttpStatusCode.OK);
            }
        }

        (await StepAsync(Committee, "ranking")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Points by the rubric that make a total.</summary>
    public static object Score(int total) => new
    {
        points = new { innovation = Math.Min(total, 35), feasibility = Math.Clamp(total - 35, 0, 30), team = Math.Clamp(total - 65, 0, 15), employment = Math.Clamp(total - 80, 0, 20) },
        remark = "技术路线清楚",
    };

    /// <summary>Projects whose awards were decided. The clock stands after the notice.</summary>
    public async Task<IReadOnlyList<Guid>> GrantedAsync(params Guid[] leaders)
    {
        await OpenAsync();
        List<Guid> projects = [];
        foreach (var leader in leaders)
        {
            projects.Add(await AcceptedAsync(leader));
        }

        await RankedAsync(projects.ToDictionary(project => project, _ => 85));
        (await StepAsync(Committee, "selection", new { })).ShouldBe(HttpStatusCode.OK);
        (await StepAsync(Approver, "notice")).ShouldBe(HttpStatusCode.OK);
        SetDate(NoticeOver);
        (await StepAsync(Approver, "decision")).ShouldBe(HttpStatusCode.OK);
        return projects;
    }

    /// <summary>An account whose number tells it from others.</summary>
    public static object Account(int number = 1) => new { bank = "示例银行长沙分行", holder = "张三", number = $"4300 0000 {number:0000 0000}" };

    /// <summary>A payee's account, named by it and confirmed by a reviewer.</summary>
    public async Task<ServiceReply> ConfirmedAccountAsync(ServiceClient payee, int number = 1)
    {
        ArgumentNullException.ThrowIfNull(payee);
        var named = (await payee.PostAsync("/v1/payee-accounts", new { region = "430100", account = Account(number) })).ShouldBe(HttpStatusCode.Created);
        return (await Official("reviewer").PostAsync($"/v1/payee-accounts/{(Guid)named["payeeId"]}/confirmation", Account(number), named.ETag))
            .ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Pays all that is payable in Changsha; the bank answers every line with the outcome.</summary>
    public async Task<ServiceReply> PayAsync(string on, string outcome = "paid")
    {
        var run = (await Official("clerk").PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        run = (await Official("approver").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        run = (await Official("payer").PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        var rows = run["lines"].AsArray().Select(line => outcome == "paid"
            ? $"{(string)line!["paymentId"]!},{(int)line["attempt"]!},{(string)line["net"]!["amount"]!},paid,{on},B{(int)line["line"]!},"
            : $"{(string)line!["paymentId"]!},{(int)line["attempt"]!},{(string)line["net"]!["amount"]!},{outcome},{on},,ACCOUNT_MISMATCH");
        return (await Official("payer").PostCsvAsync(
            $"{path}/bank-results", $"payment,attempt,amount,outcome,date,reference,code\n{string.Join('\n', rows)}\n")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Sends a document.</summary>
    public static async Task<ServiceReply> UploadAsync(ServiceClient client, string path, byte[] content, string type, string etag)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await ServiceReply.FromAsync(await client.Http.SendAsync(request));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        File.Delete(_keyFile);
    }
}
