using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using YouthPlatform.Internships.Tests.BulkFiles;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Registers;

/// <summary>Registers as files (H9 §四(二)): what a row may say, who may send and withdraw one, and that a killed process loses and doubles nothing.</summary>
public sealed class RegisterFileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Insured = "registers/insured/imports";
    private const string InsuredHeader = "人员编号,统一社会信用代码,起始日期,终止日期,数据截至日期\n";
    private const int ManyRows = 6000;

    private static readonly Guid Person = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private InternshipsHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InternshipsHost.StartAsync(postgres);
        _host.SetDate("2023-10-09");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task EachRowIsTakenInOrNamedByWhatIsWrongWithIt()
    {
        var firm = InternshipsHost.NewCreditCode();
        var import = await _host.Clerk.ImportAsync(Insured, InsuredHeader + string.Concat(
            $"{Person},{firm},2023-08-20,,2023-10-09\n",
            $"{Person},,2023-08-20,2023-08-20,2023-10-08\n",
            $",{firm},2023-08-20,,2023-10-08\n",
            $"{Person},{firm[..^1]}?,2023-08-20,,2023-10-08\n",
            $"{Person},,2023-08-20,2023-08-19,2023-10-08\n",
            $"{Person},,2023-08-20,,2023-10-10\n",
            $"{Person},,,,2023-10-08\n"));

        BulkHost.Counts(import).ShouldBe((7, 2, 0, 5));
        (await _host.Clerk.RemarksAsync(Insured, import)).ShouldBe(
        [
            "4 import.field_missing",
            "5 register.unit_code_invalid",
            "6 register.period_reversed",
            "7 register.in_future",
            "8 import.field_missing",
        ]);
        var register = await RegisterAsync(import);
        ((int)register["entries"]!, (string)register["asOf"]!, (string)register["region"]!).ShouldBe((2, "2023-10-09", "430100"));
    }

    [Theory]
    [InlineData("unit_staff", "人员编号,统一社会信用代码,起始日期,数据截至日期\nPERSON,,2023-01-01,2023-10-09\n", "import.field_missing")]
    [InlineData("account", "人员编号,统一社会信用代码,账户摘要,起始日期,数据截至日期\nPERSON,FIRM,a1b2,2023-01-01,2023-10-09\n", "register.account_holder")]
    [InlineData("account", "人员编号,统一社会信用代码,账户摘要,起始日期,数据截至日期\n,,a1b2,2023-01-01,2023-10-09\n", "register.account_holder")]
    [InlineData("account", "人员编号,统一社会信用代码,账户摘要,起始日期,数据截至日期\nPERSON,,,2023-01-01,2023-10-09\n", "import.field_missing")]
    public async Task ARegisterAsksForWhatItIsAbout(string kind, string csv, string code)
    {
        var path = $"registers/{kind}/imports";
        var file = csv.Replace("PERSON", Person.ToString(), StringComparison.Ordinal).Replace("FIRM", InternshipsHost.NewCreditCode(), StringComparison.Ordinal);
        (await _host.Clerk.RemarksAsync(path, await _host.Clerk.ImportAsync(path, file))).ShouldBe([$"2 {code}"]);
        (await _host.Clerk.GetAsync("/v1/registers"))["items"].AsArray().ShouldBeEmpty("A file without a good row is no register.");
    }

    [Fact]
    public async Task OnlyItsRegionSeesARegisterAndTakesItBack()
    {
        var import = await _host.Clerk.ImportAsync(Insured, Rows(1));
        var path = $"/v1/registers/{import["importId"]}";
        var (other, reason) = (_host.Official("clerk", "430400"), new { reason = "数据有误" });
        (await other.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await other.GetAsync("/v1/registers"))["items"].AsArray().ShouldBeEmpty();
        var read = (await _host.Clerk.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        (await other.PostAsync($"{path}/withdrawal", reason, read.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await _host.Clerk.PostAsync($"{path}/withdrawal", reason, "\"9\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _host.Reviewer.SendAsync(Insured, Rows(2))).ShouldBe(HttpStatusCode.Forbidden);

        (await _host.Clerk.PostAsync($"{path}/withdrawal", reason, read.ETag)).ShouldBe(HttpStatusCode.OK)["withdrawn"]!.GetValue<bool>().ShouldBeTrue();

        (await _host.Clerk.SendAsync(Insured, Rows(1))).ShouldBe(HttpStatusCode.OK);
        (await _host.Clerk.GetAsync(path))["withdrawn"]!.GetValue<bool>().ShouldBeTrue("The same file again is the same import.");
    }

    [Fact]
    public async Task AFileGoesOnAfterItsLastBatchWhenItsProcessIsKilled()
    {
        await _host.DisposeAsync();
        _host = await InternshipsHost.StartAsync(postgres);
        _host.Host.Settings["Imports:Parallel"] = "0";
        _host.SetDate("2023-10-09");
        var importId = (Guid)(await _host.Clerk.SendAsync(Insured, Rows(ManyRows))).ShouldBe(HttpStatusCode.Created)["importId"];
        var clock = ServiceProcess.ClockAt(new(2023, 10, 9));
        await using (var first = ServiceProcess.Start<Program>("internships", _host.Database, clock))
        {
            await Eventually.BecomesAsync(async () => await ReadAsync() > 0, Patience, "the first batch is committed");
            await first.KillAsync();
            (await ReadAsync()).ShouldBeInRange(1, ManyRows - 1);
        }

        await using var second = ServiceProcess.Start<Program>("internships", _host.Database, clock);
        BulkHost.Counts(await _host.Clerk.CompletedAsync(Insured, importId)).ShouldBe((ManyRows, ManyRows, 0, 0));
        await using var source = NpgsqlDataSource.Create(_host.Database);
        await using var count = source.CreateCommand("SELECT count(*) || ' ' || count(DISTINCT person_id) FROM read.register_entries");
        (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe($"{ManyRows} {ManyRows}");

        async Task<long> ReadAsync() => (long)(await _host.Clerk.GetAsync($"/v1/{Insured}/{importId}")).ShouldBe(HttpStatusCode.OK)["rowsRead"];
    }

    private static string Rows(int count) => InsuredHeader + string.Concat(
        Enumerable.Range(1, count).Select(number => $"0189d3f0-0000-7000-8000-{number:x12},,2023-08-20,,2023-10-08\n"));

    private async Task<JsonNode> RegisterAsync(JsonNode import) =>
        (await _host.Clerk.GetAsync($"/v1/registers/{import["importId"]}")).ShouldBe(HttpStatusCode.OK).Body!;
}
