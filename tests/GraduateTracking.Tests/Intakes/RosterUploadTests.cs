using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

public sealed class RosterUploadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Header = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,常住地区划代码,困难类别\n";

    private static readonly RosterGenerator Generator = new(TrackingHost.Regions, 7);

    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task A_generated_roster_opens_one_entry_a_person()
    {
        var import = await _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(600)));

        TrackingHost.Counts(import).ShouldBe((600, 6, 0, 4));
        import["status"]!.GetValue<string>().ShouldBe("completed");
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM read.ledger_entries")).ShouldBe(600);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people JOIN vault.data_keys USING (person_id)")).ShouldBe(600);
        var problems = await _tracking.RowsAsync(import, "rejected");
        problems.Select(row => row["code"]!.GetValue<string>()).ShouldBe(
            ["intake.citizen_id_check_digit", "intake.left_school_on_invalid", "intake.education_level_unknown", "intake.region_unknown"]);
        problems.ShouldAllBe(row => row["reason"]!.GetValue<string>().Length > 0);
        (await _tracking.RowsAsync(import, "duplicate_in_file")).Select(row => row["row"]!.GetValue<long>()).First().ShouldBe(102);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var csv = TrackingHost.Csv(Generator.Generate(300));
        var first = await _tracking.ImportAsync(csv);
        var position = await HeadAsync();

        var second = await _tracking.ImportAsync(csv);

        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await HeadAsync()).ShouldBe(position);
    }

    [Fact]
    public async Task People_of_another_file_are_known_already()
    {
        await _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(40)));
        TrackingHost.Counts(await _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(50)))).ShouldBe((10, 0, 40, 0));
    }

    [Theory]
    [InlineData("430102", "430103", "430102", "household")]
    [InlineData("510104", "430103", "430103", "residence")]
    [InlineData("420102", "430103", "430103", "residence")]
    public async Task An_entry_goes_to_the_first_county_that_the_sender_answers_for(string household, string residence, string region, string place)
    {
        var row = $"张三,{SomeCitizenId()},,示例大学,master,2023年6月30日,{household},{residence},残疾；零就业家庭\n";
        await _tracking.ImportAsync(Header + row, _tracking.Education("430000"));
        var entry = (await TrackingHost.LedgerAsync(_tracking.Clerk("430000"))).ShouldHaveSingleItem();
        entry["region"]!.GetValue<string>().ShouldBe(region);
        entry["assignedBy"]!.GetValue<string>().ShouldBe(place);
        entry["educationLevel"]!.GetValue<string>().ShouldBe("master");
        entry["hardshipCategories"]!.AsArray().Select(c => c!.GetValue<string>()).ShouldBe(["disabled", "zero_employment_family"]);
    }

    [Fact]
    public async Task English_headers_in_another_order_and_further_columns_are_read()
    {
        var csv = "remark,citizen_id,name,phone,school,education_level,left_school_on,household_region\n"
            + $"\"a, b\",{SomeCitizenId()},张三,,示例大学,bachelor,20230630,430102\n";
        TrackingHost.Counts(await _tracking.ImportAsync("\uFEFF" + csv)).ShouldBe((1, 0, 0, 0));
    }

    [Fact]
    public async Task A_file_in_gb18030_is_read()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var bytes = encoding.GetBytes(TrackingHost.Csv(Generator.Generate(3)));
        using var request = TrackingHost.Upload(new ByteArrayContent(bytes), SHA256.HashData(bytes));
        request.Content!.Headers.ContentType!.CharSet = "gb18030";
        using var response = await _tracking.Education().SendAsync(request, Cancel);
        TrackingHost.Counts((await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!).ShouldBe((3, 0, 0, 0));
    }

    [Fact]
    public async Task A_file_that_is_not_the_announced_one_is_refused_and_the_right_one_taken_afterwards()
    {
        var right = TrackingHost.Csv(Generator.Generate(1100));
        var wrong = Encoding.UTF8.GetBytes(right[..^1] + "，");
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(right));
        (await RefusedAsync(TrackingHost.Upload(new ByteArrayContent(wrong), digest))).ShouldBe("import.digest_mismatch");

        var import = await _tracking.ImportAsync(right);

        TrackingHost.Counts(import).ShouldBe((1100, 11, 0, 7));
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM read.ledger_entries")).ShouldBe(1100);
    }

    [Fact]
    public async Task An_import_is_not_shown_to_those_who_do_not_cover_its_regions()
    {
        var import = await _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(1)));
        var path = new Uri($"/v1/roster-imports/{import["importId"]}", UriKind.Relative);
        (await _tracking.Education("430000").GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var own = await _tracking.Education().GetAsync(path, Cancel);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Headers.ETag.ShouldNotBeNull();
    }

    private static string SomeCitizenId() => Generator.Generate(1).First().CitizenId;

    private Task<long> HeadAsync() => _tracking.ScalarAsync<long>("SELECT position FROM log.head");

    private async Task<string> RefusedAsync(HttpRequestMessage request)
    {
        using var response = await _tracking.Education().SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["code"]!.GetValue<string>();
    }
}
