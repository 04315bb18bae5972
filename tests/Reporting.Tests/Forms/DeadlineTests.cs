using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>H32 §三(四): due on the 30th; who is late, what is missing, what waits for whom.</summary>
public sealed class DeadlineTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceHost<Program> _app = null!;
    private FormLife _changsha = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _changsha = new(_app);
        await _app.Store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-11-20"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>H32 §三(四): due on the 30th; February has no such day.</summary>
    [Fact]
    public void FormsAreDueOnThe30thOrTheLastDayOfFebruary()
    {
        FormSamples.Definition.DueOn(YearMonth.Parse("2023-12")).ShouldBe(new DateOnly(2023, 12, 30));
        FormSamples.Definition.DueOn(YearMonth.Parse("2024-02")).ShouldBe(new DateOnly(2024, 2, 29));
    }

    [Theory]
    [InlineData("2023-11-26", null)]
    [InlineData("2023-11-27", "DueSoon 3")]
    [InlineData("2023-11-30", "DueSoon 0")]
    [InlineData("2023-12-01", "Overdue -1")]
    public void AUnitIsRemindedFromThreeDaysBefore(string today, string? expected)
    {
        var reminders = Timeliness.Reminders(
            FormSamples.Definition, SheetSamples.Changsha, FormSamples.November, null, 3, DateOnly.Parse(today));

        reminders.Select(reminder => $"{reminder.Kind} {reminder.DaysLeft}").ShouldBe(expected is null ? [] : [expected]);
    }

    [Fact]
    public async Task TheProvinceSeesWhoCameInTimeAndWhatItIs()
    {
        await _changsha.LockAsync();
        _app.SetDate(new DateOnly(2023, 12, 3));
        var zhuzhou = new FormLife(_app, "430200");
        await zhuzhou.DoneAsync(zhuzhou.Clerk, "submission");
        var xiangtan = new FormLife(_app, "430300");
        await xiangtan.DoneAsync(xiangtan.Clerk, "submission");
        await xiangtan.DoneAsync(xiangtan.Reviewer, "return", new { reason = "请核对" });

        var all = await _changsha.Reviewer.ReadAsync("/v1/forms/h32_progress/2023-11/completeness");

        Standing(all, 0).ShouldBe(("430100", "locked", 0, true));
        Standing(all, 1).ShouldBe(("430200", "submitted", 3, true));
        Standing(all, 2).ShouldBe(("430300", "returned", 3, true));
        Standing(all, 3).ShouldBe(("430400", "open", 3, true));
        var rates = all["rates"]!;
        ((int)rates["forms"]!, (int)rates["submitted"]!, (int)rates["onTime"]!, (int)rates["complete"]!, (int)rates["locked"]!).ShouldBe((14, 2, 1, 2, 1));
        ((decimal)rates["onTimeRate"]!).ShouldBe(0.0714m);
        (await _changsha.Clerk.ProblemAsync("/v1/forms/h32_progress/2023-11/completeness")).ShouldBe((403, "auth.region_forbidden"));
    }

    [Fact]
    public async Task AUnitsRecordCoversTheMonthsThatHaveBegun()
    {
        await _changsha.LockAsync();

        var record = await _changsha.Clerk.ReadAsync("/v1/forms/h32_progress/430100/record");

        record["months"]!.AsArray().Select(month => (string)month!["month"]!).ShouldBe(
            ["2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11"]);
        ((int)record["rates"]!["forms"]!, (int)record["rates"]!["onTime"]!).ShouldBe((7, 1));
        (await _app.Client("430200").ProblemAsync("/v1/forms/h32_progress/430100/record")).ShouldBe((403, "auth.region_forbidden"));
    }

    [Fact]
    public async Task WhatWaitsForWhomFollowsFromWhereTheFormsStand()
    {
        (await WaitingAsync(_changsha.Clerk)).ShouldContain(("due_soon", "2023-11", 2));
        (await WaitingAsync(_changsha.Clerk)).ShouldContain(("overdue", "2023-10", -29));
        await _changsha.DoneAsync(_changsha.Clerk, "submission");
        (await WaitingAsync(_changsha.Clerk)).ShouldNotContain(item => item.Month == "2023-11");
        (await WaitingAsync(_changsha.Reviewer)).ShouldContain(("review", "2023-11", 0));
        await _changsha.DoneAsync(_changsha.Reviewer, "approval");
        (await WaitingAsync(_changsha.Reviewer)).ShouldContain(("lock", "2023-11", 0));
        await _changsha.DoneAsync(_changsha.Reviewer, "lock");
        await _changsha.DoneAsync(_changsha.Clerk, "unlock-request", new { reason = "更正" });
        (await WaitingAsync(_changsha.Approver)).ShouldContain(("unlock_request", "2023-11", 0));
        await _changsha.DoneAsync(_changsha.Approver, "unlock", new { reason = "同意", until = "2023-12-02" });
        (await WaitingAsync(_changsha.Clerk)).ShouldContain(("unlocked", "2023-11", 4));
        _app.SetDate(new DateOnly(2023, 12, 3));
        (await WaitingAsync(_changsha.Clerk)).ShouldNotContain(item => item.Month == "2023-11");

        var first = await _changsha.Reviewer.ReadAsync("/v1/forms/reminders?limit=1");
        var second = await _changsha.Reviewer.ReadAsync($"/v1/forms/reminders?limit=1&after={first["next"]}");
        second["items"]![0]!.ToJsonString().ShouldNotBe(first["items"]![0]!.ToJsonString());
    }

    private static (string, string, int, bool) Standing(JsonNode all, int index)
    {
        var unit = all["units"]![index]!;
        return ((string)unit["unit"]!["region"]!, (string)unit["state"]!, (int)unit["daysLate"]!, (bool)unit["isComplete"]!);
    }

    private static async Task<List<(string Kind, string Month, int DaysLeft)>> WaitingAsync(ServiceClient who) =>
    [
        .. (await who.ReadAsync("/v1/forms/reminders?limit=500"))["items"]!.AsArray()
            .Where(item => (string)item!["form"]! == "h32_progress" && (string)item["unit"]!["region"]! == "430100")
            .Select(item => ((string)item!["kind"]!, (string)item["month"]!, (int)item["daysLeft"]!)),
    ];
}
