using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

/// <summary>One entry a person, however often and wherever the person is found (H32 §二(六)15, 17).</summary>
public sealed class IntakeApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string RegisterHeader = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,失业登记日期,终止日期\n";

    private TrackingHost _tracking = null!;

    private ServiceClient Clerk => _tracking.Host.As("clerk-1", "clerk", "430104");

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task A_person_at_a_desk_gets_an_entry_and_keeps_it_when_found_again()
    {
        var opened = (await Clerk.PostAsync("/v1/intakes", Someone.Request(1))).ShouldBe(HttpStatusCode.Created);
        ((string?)opened["outcome"]).ShouldBe("opened");

        var again = await Clerk.PostAsync("/v1/intakes", Someone.Request(1, source: "home_visit", unemployedSince: "2023-07-10"));
        ((string?)again["outcome"]).ShouldBe("known");
        ((Guid)again["personId"]).ShouldBe((Guid)opened["personId"]);

        var entry = await Clerk.GetAsync($"/v1/ledger/{(Guid)opened["personId"]}");
        entry["sources"].AsArray().Select(source => (string?)source!["source"]).ShouldBe(["home_visit", "service_desk"], ignoreOrder: true);
        var unemployment = entry["unemployment"].AsArray().ShouldHaveSingleItem()!;
        ((string?)unemployment["registeredOn"]).ShouldBe("2023-07-10");
        ((int)unemployment["age"]!).ShouldBe(22);
        (await _tracking.ScalarAsync<long>("SELECT count(DISTINCT stream) FROM log.events_readable WHERE stream LIKE 'intake-%'")).ShouldBe(2);
    }

    [Fact]
    public async Task Another_regions_clerk_learns_only_that_there_is_an_entry()
    {
        (await Clerk.PostAsync("/v1/intakes", Someone.Request(1))).ShouldBe(HttpStatusCode.Created);
        var elsewhere = await _tracking.Host.As("clerk-2", "clerk", "430405").PostAsync("/v1/intakes", Someone.Request(1, region: "430405"));
        ((string?)elsewhere["outcome"]).ShouldBe("known_elsewhere");
        elsewhere.Body!["personId"].ShouldBeNull();
    }

    [Fact]
    public async Task A_portal_registers_the_person_it_has_verified_where_the_person_lives()
    {
        var portal = _tracking.Host.As("portal", "portal", "430000");
        var registered = (await portal.PostAsync("/v1/self-registrations", Someone.Request(2, region: "510104", source: null, residence: "430105")))
            .ShouldBe(HttpStatusCode.Created);
        var entry = await _tracking.Host.As("clerk-3", "clerk", "430105").GetAsync($"/v1/ledger/{(Guid)registered["personId"]}");
        ((string?)entry["entry"]["assignedBy"]).ShouldBe("residence");
        ((string?)entry["entry"]["source"]).ShouldBe("self_registration");
    }

    [Fact]
    public async Task The_same_request_again_is_answered_the_same_and_two_at_once_open_one_entry()
    {
        var first = await Clerk.PostAsync("/v1/intakes", Someone.Request(3), key: "desk-1");
        var replay = await Clerk.PostAsync("/v1/intakes", Someone.Request(3), key: "desk-1");
        replay.Body!.ToJsonString().ShouldBe(first.Body!.ToJsonString());

        var both = await Task.WhenAll(Clerk.PostAsync("/v1/intakes", Someone.Request(4)), Clerk.PostAsync("/v1/intakes", Someone.Request(4)));
        both.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Code == "person.already_known");
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people")).ShouldBe(2);
    }

    [Theory]
    [InlineData("education_roster", "id_card", "2023-06-30", "intake.source")]
    [InlineData("service_desk", "handshake", "2023-06-30", "intake.verification")]
    [InlineData("service_desk", "id_card", "2023-07-21", "intake.left_school_on_invalid")]
    public async Task What_is_wrong_is_named_and_not_repeated(string source, string verification, string leftSchoolOn, string code)
    {
        var request = System.Text.Json.Nodes.JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Someone.Request(5, source: source)))!;
        request["verification"] = verification;
        request["leftSchoolOn"] = leftSchoolOn;
        var refused = await Clerk.PostAsync("/v1/intakes", request);
        refused.ShouldBeProblem(HttpStatusCode.BadRequest, code);
        refused.Body!.ToJsonString().ShouldNotContain(Someone.CitizenId(5));
    }

    [Fact]
    public async Task A_desk_takes_in_people_of_its_own_regions_only() =>
        (await Clerk.PostAsync("/v1/intakes", Someone.Request(6, region: "430405"))).ShouldBeProblem(HttpStatusCode.BadRequest, "intake.region_not_covered");

    [Fact]
    public async Task The_unemployment_register_adds_what_is_new_each_time_it_is_sent()
    {
        var known = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(1)))["personId"];
        string Row(int sequence, string since, string until) => $"欧阳示例,{Someone.CitizenId(sequence)},,示例大学,本科,2023-06-30,430104,{since},{until}\n";

        (await RegisterAsync(RegisterHeader + Row(1, "2023-07-01", "") + Row(7, "2023-07-02", "") + Row(7, "2023-07-02", "") + Row(8, "2023-08-01", "")))
            .ShouldBe((2, 1, 0, 1));
        (await RegisterAsync(RegisterHeader + Row(1, "2023-07-01", "2023-07-15") + Row(1, "2023-07-18", "") + Row(7, "2023-07-02", "")))
            .ShouldBe((2, 0, 1, 0));

        var entry = await Clerk.GetAsync($"/v1/ledger/{known}");
        entry["unemployment"].AsArray().Select(row => $"{row!["registeredOn"]} {row["endedOn"]}").ShouldBe(["2023-07-01 2023-07-15", "2023-07-18 "]);
        await Eventually.BecomesAsync(
            async () => await _tracking.ScalarAsync<long>("SELECT count(*) FROM public_log.events WHERE data::text LIKE '%ageOnRegistration%'") == 3,
            TimeSpan.FromSeconds(60),
            "three registrations are published");
    }

    private async Task<(long Accepted, long Duplicate, long Known, long Rejected)> RegisterAsync(string csv)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(csv);
        using var request = TrackingHost.Upload(new ByteArrayContent(bytes), System.Security.Cryptography.SHA256.HashData(bytes));
        request.RequestUri = new Uri("/v1/unemployment-register-imports", UriKind.Relative);
        using var response = await _tracking.Clerk("430100").SendAsync(request, TestContext.Current.CancellationToken);
        var import = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return ((long)import["accepted"]!, (long)import["duplicateInFile"]!, (long)import["alreadyKnown"]!, (long)import["rejected"]!);
    }
}
