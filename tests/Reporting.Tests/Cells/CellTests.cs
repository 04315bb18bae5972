using System.Text.Json.Nodes;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Contracts.Internships;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.Reporting.Tests.Hosting.Samples;

namespace YouthPlatform.Reporting.Tests.Cells;

/// <summary>A cell explains itself: how it is counted, what it said on any day, and what changed it since.</summary>
public sealed class CellTests(PostgresFixture postgres)
{
    private const string August = "/v1/forms/h32_progress/430100/2023-08";

    [Fact]
    public async Task ACellSaysHowItIsCounted()
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        var cell = await app.Client("430100").ReadAsync($"{August}/cells/24");

        cell["name"]!.AsArray().Select(name => (string?)name).ShouldBe(["就业困难结对帮扶情况", "其中，实现就业人数"]);
        cell["clause"]!.GetValue<string>().ShouldBe("H32 §三(四), 附件2");
        cell["rule"]!["measure"]!.GetValue<string>().ShouldBe("实现就业涉及的人员，同一人员只计一次");
        cell["rule"]!["among"]!.GetValue<string>().ShouldContain("第 23 栏");
        (cell["from"]!.GetValue<string>(), cell["to"]!.GetValue<string>()).ShouldBe(("2023-05-18", "2023-08-30"));
        var paid = (await app.Client("430100").ReadAsync($"{August}/cells/1"))["rule"]!;
        paid["filters"]!.AsArray().Select(filter => (string?)filter).ShouldBe(["种类为：一次性吸纳就业补贴"]);
        paid["ends"]!.AsArray().Count.ShouldBe(2);
    }

    /// <summary>The figure of each past day is the one that would have been published on it.</summary>
    [Fact]
    public async Task ACellIsReadAsItWasKnownOnAnyDay()
    {
        await using var app = await StoryAsync();
        var clerk = app.Client("430100");

        (await ValueAsync(clerk, "2023-08-20")).ShouldBe(1);
        (await ValueAsync(clerk, "2023-08-31")).ShouldBe(1);
        (await ValueAsync(clerk, "2023-09-05")).ShouldBe(2);
        (await ValueAsync(clerk, "2023-09-12")).ShouldBe(1);
        (await clerk.ReadAsync($"{August}?asKnownOn=2023-09-05")).Cell(5).ShouldBe(2);
        (await clerk.ReadAsync(August)).Cell(5).ShouldBe(0);
        foreach (var (day, contributions) in (IEnumerable<(string, int[])>)[("2023-08-20", [1]), ("2023-09-05", [1, 1]), ("2023-09-12", [1, 1, -1])])
        {
            (await clerk.ReadAsync($"{August}/cells/5/events?asKnownOn={day}"))["items"]!.AsArray()
                .Select(item => item!["contribution"]!.GetValue<int>()).ShouldBe(contributions, ignoreOrder: true);
        }
    }

    /// <summary>What changed since the form was submitted: the late payment, the merge, the clawback, each with its reason; they add up to the difference.</summary>
    [Fact]
    public async Task ACellSaysWhatChangedItSinceItWasSubmitted()
    {
        await using var app = await StoryAsync();
        var clerk = app.Client("430100");

        var changes = await clerk.ReadAsync($"{August}/cells/5/changes?since=submission");
        Lines(changes).ShouldBe([("late", 1, "2023-08-16"), ("merged", -1, "2023-08-29"), ("clawed_back", -1, "2023-08-28")]);
        Numbers(changes).ShouldBe((1, 0, -1));
        Lines(await clerk.ReadAsync($"{August}/cells/5/changes?since=2023-09-05")).Select(line => line.Why).ShouldBe(["merged", "clawed_back"]);
        var first = await clerk.ReadAsync($"{August}/cells/5/changes?since=submission&limit=2");
        Lines(first).Count.ShouldBe(2);
        Lines(await clerk.ReadAsync($"{August}/cells/5/changes?since=submission&after={first["next"]!.GetValue<string>()}")).Count.ShouldBe(1);
        var cell = (await clerk.ReadAsync($"{August}/cells/5"))["submission"]!;
        (cell["value"]!.GetValue<int>(), cell["difference"]!.GetValue<int>()).ShouldBe((1, -1));
    }

    [Theory]
    [InlineData("cells/5/changes", 404, "form.not_submitted")]
    [InlineData("cells/5/changes?since=yesterday", 400, "request.since_invalid")]
    [InlineData("cells/5/changes?since=2023-08-01&after=x", 400, "request.after_invalid")]
    [InlineData("cells/31", 404, "form.column_unknown")]
    [InlineData("cells/18", 404, "form.column_closed")]
    public async Task WhatCannotBeExplainedIsSaid(string path, int status, string code)
    {
        await using var app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        (await app.Client("430100").ProblemAsync($"{August}/{path}")).ShouldBe((status, code));
        (await app.Client("430400").ProblemAsync($"{August}/{path}")).Status.ShouldBe(403);
    }

    /// <summary>
    /// Person 1 is paid on 10 August and the form submitted on the 29th. On 2 September a payment to person 2 of 16 August comes in, on the 10th it
    /// turns out that the two are one person since 29 August, on the 15th that all was clawed back from both on the 28th.
    /// </summary>
    private async Task<ServiceHost<Program>> StoryAsync()
    {
        var app = new ServiceHost<Program>("reporting", await postgres.CreateDatabaseAsync());
        app.SetDate(new DateOnly(2023, 8, 12));
        await app.Store.RecordAsync(1, Subsidy(1, 7, "2023-08-10"));
        app.SetDate(new DateOnly(2023, 8, 29));
        var clerk = app.Client("430100");
        var form = await clerk.GetAsync(August);
        (await clerk.PostAsync($"{August}/submission", etag: form.ETag)).Code.ShouldBeNull();
        app.SetDate(new DateOnly(2023, 9, 2));
        await app.Store.RecordAsync(2, Subsidy(2, 7, "2023-08-16"));
        app.SetDate(new DateOnly(2023, 9, 10));
        await app.Store.RecordAsync(3, new LedgerEntryMerged(Id(1), Id(2), "430104", new(2023, 8, 29)));
        app.SetDate(new DateOnly(2023, 9, 15));
        await app.Store.RecordAsync(4, Recovered(1));
        await app.Store.RecordAsync(5, Recovered(2));
        return app;
    }

    private static SubsidyRecovered Recovered(int person) =>
        new(Id(2000 + person), Id(person), Id(7), "430104", "monthly", "2023-08", 1930m, new(2023, 8, 28));

    private static async Task<int> ValueAsync(ServiceClient clerk, string day) =>
        (await clerk.ReadAsync($"{August}/cells/5?asKnownOn={day}"))["value"]!.GetValue<int>();

    private static List<(string Why, int Change, string On)> Lines(JsonNode changes) =>
    [
        .. changes["items"]!.AsArray().Select(item =>
            (item!["why"]!.GetValue<string>(), item["change"]!.GetValue<int>(), item["businessDate"]!.GetValue<string>())),
    ];

    private static (int Then, int Now, int Difference) Numbers(JsonNode changes) =>
        (changes["then"]!.GetValue<int>(), changes["now"]!.GetValue<int>(), changes["difference"]!.GetValue<int>());
}
