using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

/// <summary>Rosters and rows that are not taken in: nobody is on the ledger after these tests.</summary>
public sealed class RosterRefusalTests(SharedTracking shared) : IClassFixture<SharedTracking>
{
    private const string Header = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,常住地区划代码,困难类别\n";

    private readonly TrackingHost _tracking = shared?.Tracking ?? throw new ArgumentNullException(nameof(shared));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("张三,43010220010101001,10000000001,示例大学,本科,2023-06-30,430102,,", "intake.citizen_id_length")]
    [InlineData("张三,430102200113010013,10000000001,示例大学,本科,2023-06-30,430102,,", "intake.citizen_id_birth_date")]
    [InlineData(",430102200101010017,10000000001,示例大学,本科,2023-06-30,430102,,", "intake.name_missing")]
    [InlineData("张三,{id},电话,示例大学,本科,2023-06-30,430102,,", "intake.phone_invalid")]
    [InlineData("张三,{id},,示例大学,本科,2023-07-21,430102,,", "intake.left_school_on_invalid")]
    [InlineData("张三,{id},,示例大学,本科,2023-06-30,430102,,富裕", "intake.hardship_unknown")]
    [InlineData("张三,{id},,示例大学,本科,2023-06-30,430100,,", "intake.region_unknown")]
    [InlineData("张三,{id},,示例大学", "intake.left_school_on_invalid")]
    [InlineData("张三,{id},,示例大学,本科,2023-06-30,420102,420103,", "intake.region_not_covered")]
    public async Task A_row_with_something_wrong_is_named_by_its_code(string row, string code)
    {
        ArgumentNullException.ThrowIfNull(row);
        var import = await _tracking.ImportAsync(Header + row.Replace("{id}", SomeCitizenId(), StringComparison.Ordinal) + "\n", _tracking.Education("430000"));
        TrackingHost.Counts(import).ShouldBe((0, 0, 0, 1));
        (await _tracking.RowsAsync(import, "rejected")).ShouldHaveSingleItem()["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("姓名,手机号\n", "import.column_missing")]
    [InlineData("姓名,name,身份证号,手机号,毕业院校,学历,离校日期,户籍地\n", "import.column_repeated")]
    public async Task A_file_without_its_columns_is_refused_before_anything_is_stored(string csv, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        var position = await HeadAsync();
        (await RefusedAsync(TrackingHost.Upload(new ByteArrayContent(bytes), SHA256.HashData(bytes)))).ShouldBe(code);
        (await HeadAsync()).ShouldBe(position);
    }

    [Fact]
    public async Task A_file_in_another_encoding_than_announced_is_refused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header), 0xD5, 0xC5, (byte)'\n'];
        (await RefusedAsync(TrackingHost.Upload(new ByteArrayContent(bytes), SHA256.HashData(bytes)))).ShouldBe("import.encoding");
    }

    [Fact]
    public async Task An_upload_needs_its_digest_and_its_type()
    {
        using var noDigest = new HttpRequestMessage(HttpMethod.Post, "/v1/roster-imports") { Content = new StringContent(Header, Encoding.UTF8, "text/csv") };
        (await RefusedAsync(noDigest)).ShouldBe("import.digest_missing");
        using var json = TrackingHost.Upload(new StringContent("{}"), new byte[32]);
        json.Content!.Headers.ContentType = new("application/json");
        using var refused = await _tracking.As(["education"], "430000").SendAsync(json, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("request.media_type_unsupported");
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("bureau")]
    public async Task Only_the_education_department_hands_rosters_over(string role)
    {
        using var request = TrackingHost.Upload(new StringContent(Header), new byte[32]);
        using var response = await _tracking.As([role], "430000").SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string SomeCitizenId() => new RosterGenerator(TrackingHost.Regions, 7).Generate(1).First().CitizenId;

    private Task<long> HeadAsync() => _tracking.ScalarAsync<long>("SELECT position FROM log.head");

    private async Task<string> RefusedAsync(HttpRequestMessage request)
    {
        using var response = await _tracking.Education().SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["code"]!.GetValue<string>();
    }
}
