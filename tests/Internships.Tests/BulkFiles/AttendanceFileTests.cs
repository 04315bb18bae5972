using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.BulkFiles;

public sealed class AttendanceFileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Path = "attendance-imports";

    private InternshipsHost _host = null!;
    private HostedUnit _unit = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InternshipsHost.StartAsync(postgres);
        _unit = await _host.ApprovedUnitAsync();
        _host.SetDate("2023-10-09");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>H9 §三(一): attendance and the allowance of a month come in one row; the same again is known.</summary>
    [Fact]
    public async Task A_row_reports_attendance_and_the_allowance_paid()
    {
        var placements = await _host.RunningAsync(_unit, 3);
        var csv = BulkHost.AttendanceCsv(placements);
        var client = _host.Unit(_unit.CreditCode);

        BulkHost.Counts(await client.ImportAsync(Path, csv)).ShouldBe((3, 3, 0, 0));

        var month = (await client.GetAsync($"/v1/placements/{placements[0]}")).Body!["months"]!.AsArray().Single(m => (string)m!["month"]! == "2023-09")!;
        month.ToJsonString().ShouldContain("\"daysPresent\":22");
        BulkHost.Counts(await client.ImportAsync(Path, csv + $"{placements[0]},2023-09,22,,,,\n")).ShouldBe((4, 0, 4, 0));
    }

    [Fact]
    public async Task A_row_that_cannot_stand_is_named_by_its_code_and_the_others_stand()
    {
        var (mine, other) = (await _host.RunningAsync(_unit, 2), await _host.RunningAsync(await _host.ApprovedUnitAsync(), 1));
        var csv = BulkHost.AttendanceHeader + string.Concat(
            $"{mine[0]},2023-09,22,1800,银行卡,2023-09-06,A-1\n",
            "no id,2023-09,22,,,,\n",
            $"{Guid.Empty},2023-09,22,,,,\n",
            $"{other[0]},2023-09,22,,,,\n",
            $"{mine[1]},2023-13,22,,,,\n",
            $"{mine[1]},2023-09,many,,,,\n",
            $"{mine[1]},2023-09,32,,,,\n",
            $"{mine[1]},2023-11,22,,,,\n",
            $"{mine[1]},2023-09,22,1800,现金,2023-09-06,A-2\n",
            $"{mine[1]},2023-09,22,1800.001,银行卡,2023-09-06,A-2\n",
            $"{mine[1]},2023-09,22,1800,银行卡,2023-10-10,A-2\n",
            $"{mine[0]},2023-09,21,,,,\n",
            $"{mine[1]},2023-09,,1800,social_security_card,20230906,A-2\n");
        var client = _host.Unit(_unit.CreditCode);

        var import = await client.ImportAsync(Path, csv);

        BulkHost.Counts(import).ShouldBe((13, 2, 0, 11));
        (await client.RemarksAsync(Path, import)).ShouldBe(
        [
            "3 import.field_invalid",
            "4 placement.not_found",
            "5 import.other_unit",
            "6 import.field_invalid",
            "7 import.field_invalid",
            "8 attendance.days_invalid",
            "9 attendance.month_not_over",
            "10 import.field_invalid",
            "11 import.field_invalid",
            "12 allowance.date_invalid",
            "13 attendance.already_reported",
        ]);
    }

    [Fact]
    public async Task Only_units_send_files_and_officials_of_their_region_see_them()
    {
        var placements = await _host.RunningAsync(_unit, 1);
        var client = _host.Unit(_unit.CreditCode);
        var import = await client.ImportAsync(Path, BulkHost.AttendanceCsv(placements));
        (await _host.Official("clerk").SendAsync(Path, BulkHost.AttendanceHeader)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.Official("auditor").GetAsync($"/v1/{Path}/{import["importId"]}")).Status.ShouldBe(HttpStatusCode.OK);
        (await _host.Official("auditor", "430400").GetAsync($"/v1/{Path}/{import["importId"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.Unit(InternshipsHost.NewCreditCode()).GetAsync($"/v1/{Path}/{import["importId"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.Unit(_unit.CreditCode).GetAsync($"/v1/intern-imports/{import["importId"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
