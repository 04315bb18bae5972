using System.Net;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.People;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Hosting;

/// <summary>The service on a database of its own, and the people who use it.</summary>
public sealed class InternshipsHost : IAsyncDisposable
{
    public const string Furong = "430102";
    public const string Yanfeng = "430406";

    private static int _sequence;

    private InternshipsHost(ServiceHost<Program> host, string database) => (Host, Database) = (host, database);

    public ServiceHost<Program> Host { get; }

    public string Database { get; }

    public ServiceClient Reviewer => Official("reviewer");

    public ServiceClient Clerk => Official("clerk");

    public ServiceClient Approver => Official("approver");

    public ServiceClient Payer => Official("payer");

    public static async Task<InternshipsHost> StartAsync(PostgresFixture postgres, string? broker = null, string today = "2023-08-01")
    {
        ArgumentNullException.ThrowIfNull(postgres);
        var database = await postgres.CreateDatabaseAsync(name => new ServiceHost<Program>("internships", name));
        var host = new InternshipsHost(new ServiceHost<Program>("internships", database, broker), database);
        host.SetDate(today);
        await host.Host.ListenAsync();
        return host;
    }

    public static string NewCreditCode() =>
        CreditCode.Create(RegionCode.Parse(Furong), Interlocked.Increment(ref _sequence)).Value;

    public void SetDate(string date) => Host.SetDate(DateOnly.ParseExact(date, "yyyy-MM-dd"));

    public ServiceClient Official(string role, string region = "430100") => Host.As($"{role}-{region}", role, region);

    public ServiceClient Unit(string creditCode) => Host.As($"unit-{creditCode}", "host_unit", region: "430100", unit: creditCode);

    public ServiceClient Graduate(Guid person) => Host.As($"person-{person}", "graduate", person: person);

    /// <summary>A person whom the ledger has told of.</summary>
    public Task<Guid> KnownPersonAsync(string leftSchoolOn = "2023-06-30", string education = "bachelor", params string[] hardship) =>
        KnownPersonAsync(person => new PersonFacts(
            person,
            RegionCode.Parse(Furong),
            education,
            DateOnly.ParseExact(leftSchoolOn, "yyyy-MM-dd"),
            hardship,
            "education_roster",
            new(2023, 7, 31),
            22));

    internal async Task<Guid> KnownPersonAsync(Func<Guid, PersonFacts> factsOf)
    {
        ArgumentNullException.ThrowIfNull(factsOf);
        var person = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var facts = factsOf(person);
        await Host.Store.AppendAsync(
            new Append([new StreamAppend(Person.Stream(person), 0, [new PersonRegistered(facts)])], new EventMetadata("test")),
            TestContext.Current.CancellationToken);
        return person;
    }

    /// <summary>A unit as it applies.</summary>
    public static object UnitRequest(string creditCode, int openings = 5, string region = Furong, object? bankAccount = null) => new
    {
        name = "长沙示例科技有限公司",
        creditCode,
        region,
        bankAccount,
        posts = new[]
        {
            new { title = "研发助理", category = "research", openings, months = 6, monthlyAllowance = Yuan("1800.00") },
        },
    };

    /// <summary>A further post of a unit.</summary>
    public static object PostRequest(params string[] skills) => new
    {
        title = "数据标注", category = "technical", openings = 2, months = 6, monthlyAllowance = Yuan("1800.00"), skills,
    };

    /// <summary>A unit's own account.</summary>
    public static object AccountRequest(string number = "430000000001") => new { bank = "示例银行长沙分行", name = "长沙示例科技有限公司", number };

    public static object Yuan(string amount) => new { amount, currency = "CNY" };

    /// <summary>An approved unit with one published post.</summary>
    public async Task<HostedUnit> ApprovedUnitAsync(int openings = 5, string region = Furong, bool hasAccount = true)
    {
        var code = NewCreditCode();
        var request = UnitRequest(code, openings, region, hasAccount ? AccountRequest() : null);
        var applied = (await Unit(code).PostAsync("/v1/host-units", request)).ShouldBe(HttpStatusCode.Created);
        var id = (Guid)applied["unitId"];
        var reviewer = Official("reviewer", $"{region[..4]}00");
        (await reviewer.PostAsync($"/v1/host-units/{id}/approval", new { }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
        return new HostedUnit(id, code, (Guid)applied["postIds"].AsArray()[0]!);
    }

    /// <summary>An application that a reviewer has approved.</summary>
    public async Task<Guid> ApprovedApplicationAsync(Guid person, Guid post)
    {
        var applied = (await Graduate(person).PostAsync("/v1/applications", new { postId = post })).ShouldBe(HttpStatusCode.Created);
        var id = (Guid)applied["applicationId"];
        (await Reviewer.PostAsync($"/v1/applications/{id}/approval", etag: applied.ETag)).ShouldBe(HttpStatusCode.OK);
        return id;
    }

    /// <summary>A placement with mentor and insurance, arranged from 2023-08-07 for six months.</summary>
    public static object PlacementRequest(Guid application) => new
    {
        applicationId = application,
        startsOn = "2023-08-07",
        mentor = new { mentorId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), position = "研发主管" },
        insurance = new { policyNumber = "PA-2023-0001", from = "2023-08-01", to = "2024-03-31" },
    };

    /// <summary>An internship that runs since 2023-08-07. The clock stands on that day afterwards.</summary>
    public async Task<Guid> RunningPlacementAsync(HostedUnit unit, Guid person)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var application = await ApprovedApplicationAsync(person, unit.PostId);
        var reply = (await Unit(unit.CreditCode).PostAsync("/v1/placements", PlacementRequest(application))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/placements/{(Guid)reply["placementId"]}";
        reply = (await Unit(unit.CreditCode).PostAsync($"{path}/signatures", SignatureRequest(reply), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await Graduate(person).PostAsync($"{path}/signatures", SignatureRequest(reply), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        SetDate("2023-08-07");
        reply = (await Unit(unit.CreditCode).PostAsync($"{path}/start", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        return (Guid)reply["placementId"];
    }

    /// <summary>The signature of the newest version of an agreement.</summary>
    public static object SignatureRequest(ServiceReply placement)
    {
        ArgumentNullException.ThrowIfNull(placement);
        var newest = placement.Body!["amendment"] ?? placement["agreement"];
        return new { version = (int)newest["version"]!, contentHash = (string)newest["contentHash"]! };
    }

    /// <summary>The claim of a month.</summary>
    public static object ClaimRequest(string month, params Guid[] placements) =>
        new { month, lines = placements.Select(placementId => new { placementId }) };

    /// <summary>Reports attendance and the paid allowance of a month that is over.</summary>
    public async Task ReportMonthAsync(HostedUnit unit, Guid placement, string month, string paidOn, int daysPresent = 20, string allowance = "1800.00")
    {
        ArgumentNullException.ThrowIfNull(unit);
        var path = $"/v1/placements/{placement}";
        var client = Unit(unit.CreditCode);
        var reply = await client.GetAsync(path);
        reply = (await client.PostAsync($"{path}/attendance", new { month, daysPresent }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        var payment = new { month, amount = Yuan(allowance), channel = "bank_card", paidOn, reference = $"A-{month}" };
        (await client.PostAsync($"{path}/allowances", payment, reply.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An internship whose first month, 2023-09, is over and reported. The clock stands on its last day.</summary>
    public async Task<Guid> ReportedPlacementAsync(HostedUnit unit, Guid person)
    {
        var placement = await RunningPlacementAsync(unit, person);
        SetDate("2023-09-06");
        await ReportMonthAsync(unit, placement, "2023-09", "2023-09-06");
        return placement;
    }

    /// <summary>The same internship's second month, 2023-10, over and reported. The clock stands on its last day.</summary>
    public async Task<Guid> ReportedPlacementInOctoberAsync(HostedUnit unit, Guid placement)
    {
        SetDate("2023-10-06");
        await ReportMonthAsync(unit, placement, "2023-10", "2023-10-06", daysPresent: 18);
        return placement;
    }

    /// <summary>A claim of 2023-09 that was approved.</summary>
    public async Task<ServiceReply> ApprovedClaimAsync(HostedUnit unit, params Guid[] placements)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var claim = (await Unit(unit.CreditCode).PostAsync("/v1/claims", ClaimRequest("2023-09", placements))).ShouldBe(HttpStatusCode.Created);
        return (await Approver.PostAsync($"/v1/claims/{(Guid)claim["claimId"]}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A run of all that is payable in Changsha, handed to the bank.</summary>
    public async Task<ServiceReply> ExecutedRunAsync()
    {
        var run = (await Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        run = (await Official("approver", "430000").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        return (await Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A step with a file at its newest version, which must succeed.</summary>
    public static async Task<ServiceReply> ChangeAsync(ServiceClient client, string path, string step, object? body = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var version = (await client.GetAsync(path)).ShouldBe(HttpStatusCode.OK).ETag;
        return (await client.PostAsync($"{path}/{step}", body, version)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The bank's answer to some lines of a run.</summary>
    public Task<ServiceReply> AnswerAsync(ServiceReply run, string outcome, string on, params int[] lines)
    {
        ArgumentNullException.ThrowIfNull(run);
        var rows = run["lines"].AsArray().Where(line => lines.Contains((int)line!["line"]!)).Select(line =>
            $"{line!["paymentId"]},{line["attempt"]},{line["net"]!["amount"]},{outcome},{on},B-{line["paymentId"]},");
        return Payer.PostCsvAsync(
            $"/v1/pay-runs/{(Guid)run["runId"]}/bank-results", $"payment,attempt,amount,outcome,date,reference,code\n{string.Join('\n', rows)}\n");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A unit with its post.</summary>
public sealed record HostedUnit(Guid UnitId, string CreditCode, Guid PostId);
