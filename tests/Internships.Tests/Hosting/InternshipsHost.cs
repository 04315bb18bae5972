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

    public ServiceClient Approver => Official("approver");

    public ServiceClient Payer => Official("payer");

    public static async Task<InternshipsHost> StartAsync(PostgresFixture postgres, string? broker = null, string today = "2023-08-01")
    {
        ArgumentNullException.ThrowIfNull(postgres);
        var database = await postgres.CreateDatabaseAsync();
        var host = new InternshipsHost(new ServiceHost<Program>("internships", database, broker), database);
        host.SetDate(today);
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
    public static object UnitRequest(string creditCode, int openings = 5, string region = Furong) => new
    {
        name = "长沙示例科技有限公司",
        creditCode,
        region,
        posts = new[]
        {
            new { title = "研发助理", category = "research", openings, months = 6, monthlyAllowance = Yuan("1800.00") },
        },
    };

    public static object Yuan(string amount) => new { amount, currency = "CNY" };

    /// <summary>An approved unit with one published post.</summary>
    public async Task<HostedUnit> ApprovedUnitAsync(int openings = 5, string region = Furong)
    {
        var code = NewCreditCode();
        var applied = (await Unit(code).PostAsync("/v1/host-units", UnitRequest(code, openings, region))).ShouldBe(HttpStatusCode.Created);
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

    /// <summary>The claim of a month, with the allowance paid as agreed.</summary>
    public static object ClaimRequest(string month, params Guid[] placements) => new
    {
        month,
        lines = placements.Select(placementId => new { placementId, allowancePaid = Yuan("1800.00") }),
    };

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A unit with its post.</summary>
public sealed record HostedUnit(Guid UnitId, string CreditCode, Guid PostId);
