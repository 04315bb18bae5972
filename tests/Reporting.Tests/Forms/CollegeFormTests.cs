using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Contracts.Entrepreneurship;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>The monthly report that colleges make to the provincial committee of the Youth League (G3 附件2).</summary>
public sealed class CollegeFormTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Hunan = "4143010532";
    private const string Central = "4143010533";
    private const string Form = "g3_colleges";
    private const string Month = $"/v1/forms/{Form}/2023-11";

    private ServiceHost<Program> _app = null!;
    private FormLife _form = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _form = new FormLife(_app, Hunan, form: Form);
        await _app.Store.RecordAsync(1, Recommended(1, Hunan));
        await _app.Store.RecordAsync(2, Recommended(2, Central));
        await _app.Store.RecordAsync(3, Recommended(3, null));
        await _app.Store.RecordAsync(4, Granted(1, Hunan, 5_000));
        await _app.Store.RecordAsync(5, Granted(4, Hunan, 8_000));
        await _app.Store.RecordAsync(6, new ThemeDayHeld(Samples.Id(61), "430100", new(2023, 11, 6), Hunan, 31));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task FiguresAreThoseOfTheCollegeThatEventsName()
    {
        var own = await _form.ReadAsync();
        var other = await new FormLife(_app, Central, form: Form).ReadAsync();

        FirstFive(own).ShouldBe([1, 2, 13_000, 1, 31]);
        FirstFive(other).ShouldBe([1, 0, 0, 0, 0]);
        ((string)own["unit"]!["name"]!, own.Cell(9)).ShouldBe(("湖南大学", null));
        var events = (await _form.Clerk.ReadAsync($"{_form.Path}/cells/3/events"))["items"]!.AsArray();
        events.Sum(e => e!["contribution"]!.GetValue<decimal>()).ShouldBe(13_000);
    }

    [Fact]
    public async Task ARevokedAwardCountsNoLongerAndACorrectedRecordMovesToItsCollege()
    {
        await _app.Store.RecordAsync(7, new GrantRevoked(Samples.Id(3004), "golden_bridge", "430100", 8_000, new(2023, 11, 20)) { CollegeId = Hunan });
        await _app.Store.RecordAsync(8, new ServiceRecordCorrected(
            Samples.Id(61), "theme_day", FactTypes.Of<ThemeDayHeld>().Name, "430100", ThemeDay(Hunan), ThemeDay(Central), new(2023, 11, 21)));

        FirstFive(await _form.ReadAsync()).ShouldBe([1, 1, 5_000, 0, 0]);
        FirstFive(await new FormLife(_app, Central, form: Form).ReadAsync()).ShouldBe([1, 0, 0, 1, 31]);
    }

    [Fact]
    public async Task AFactFromBeforeCollegesWereNamedCountsForNone()
    {
        var fact = FactTypes.Of<ProjectRecommended>().FactOf(Samples.Id(70), 70, Recommended(9, null));
        var members = JsonNode.Parse(fact.Data.GetRawText())!.AsObject();
        members.Remove("collegeId");
        var old = fact with { Data = System.Text.Json.JsonSerializer.SerializeToElement(members) };
        await _app.Store.AppendAsync(new Append([new StreamAppend("fact-old", 0, [old])], new EventMetadata("test")), TestContext.Current.CancellationToken);

        (await _form.ReadAsync()).Cell(1).ShouldBe(1);
        (await _app.Client("430100").ReadAsync("/v1/forms/g3_cities/430100/2023-11")).Cell(5).ShouldBe(4);
    }

    [Fact]
    public async Task TheCommitteeEntersAndSubmitsAndTheProvincialCommitteeApprovesAndLocks()
    {
        await _form.RefusedAsync(_form.Clerk, "submission", 409, "form.checks_failed");
        await EnterAllAsync(20);
        await _form.DoneAsync(_form.Clerk, "entries", new { column = 12, value = 30, note = "台账" });
        await _form.RefusedAsync(_form.Clerk, "submission", 409, "form.checks_failed");
        await _form.DoneAsync(_form.Clerk, "entries", new { column = 12, value = 18, note = "台账" });
        await _form.RefusedAsync(_app.Client("430100"), "submission", 403, "auth.role_forbidden");
        await _form.DoneAsync(_form.Clerk, "submission");

        await _form.RefusedAsync(_app.Client("430000", Roles.Reviewer), "approval", 403, "auth.role_forbidden");
        await _form.RefusedAsync(_app.Client("430100", Roles.ProvincialCommittee), "approval", 403, "form.collector_only");
        await _form.DoneAsync(_form.Reviewer, "return", new { reason = "请核对" });
        await _form.LockAsync();

        (await _form.StateAsync()).ShouldBe("locked");
        var month = await _form.Reviewer.ReadAsync($"{Month}/completeness");
        month["units"]!.AsArray().Count(unit => (string)unit!["state"]! == "locked").ShouldBe(1);
        month["units"]!.AsArray().Count.ShouldBe(PolicyData.Load(Samples.Seeds).Colleges.Within(RegionCode.Parse("430000")).Count);
    }

    [Fact]
    public async Task AWholeMonthIsLockedByTheProvincialCommittee()
    {
        await EnterAllAsync(5);
        await _form.DoneAsync(_form.Clerk, "submission");
        await _form.DoneAsync(_form.Reviewer, "approval");

        (await _app.Client("430000", Roles.Approver).PostAsync($"{Month}/lock", null)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var locked = (await _form.Reviewer.PostAsync($"{Month}/lock", null)).ShouldBe(HttpStatusCode.OK).Body!;
        locked["units"]!.AsArray().Select(unit => (string)unit!["region"]!).ShouldBe([Hunan]);
    }

    [Theory]
    [InlineData($"/v1/forms/{Form}/{Central}/2023-11", "auth.unit_forbidden")]
    [InlineData($"/v1/forms/{Form}/{Central}/2023-11/cells/1", "auth.unit_forbidden")]
    [InlineData($"/v1/forms/{Form}/{Central}/2023-11.xlsx", "auth.unit_forbidden")]
    [InlineData($"/v1/forms/{Form}/{Central}/record", "auth.unit_forbidden")]
    [InlineData(Month, "auth.role_forbidden")]
    [InlineData($"{Month}/completeness", "auth.role_forbidden")]
    [InlineData($"{Month}.csv", "auth.role_forbidden")]
    [InlineData("/v1/forms/h32_progress/430100/2023-11", "auth.role_forbidden")]
    [InlineData("/v1/forms/h32_progress/430100/2023-11.csv", "auth.role_forbidden")]
    [InlineData("/v1/targets?year=2023", "auth.forbidden")]
    [InlineData("/v1/contacts", "auth.forbidden")]
    public async Task ACollegeSeesItsOwnFormsOnly(string path, string code) =>
        (await _form.Clerk.ProblemAsync(path)).ShouldBe((403, code));

    [Fact]
    public async Task OfficialsSeeTheCollegesOfTheirRegion()
    {
        (await _app.Client("430100").ReadAsync(_form.Path)).Cell(1).ShouldBe(1);
        (await _app.Client("430000", Roles.Auditor).ReadAsync(Month))["units"]!.AsArray().Count.ShouldBeGreaterThan(20);
        (await _app.Client("430200").ProblemAsync(_form.Path)).ShouldBe((403, "auth.region_forbidden"));
        (await _app.Client("430000", Roles.Reviewer).ProblemAsync($"/v1/forms/{Form}/430100/2023-11")).ShouldBe((404, "form.unit_unknown"));
    }

    [Fact]
    public async Task ACollegeIsRemindedOfItsOwnFormsAndItsFilesAreThoseOfTheForm()
    {
        var reminders = (await _form.Clerk.ReadAsync("/v1/forms/reminders"))["items"]!.AsArray();
        reminders.ShouldNotBeEmpty();
        reminders.ShouldAllBe(reminder => (string)reminder!["unit"]!["region"]! == Hunan && (string)reminder["form"]! == Form);

        foreach (var ending in (string[])["xlsx", "csv", "json"])
        {
            (await _form.Clerk.Http.GetAsync($"{_form.Path}.{ending}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, ending);
        }
    }

    [Fact]
    public void WhatIsPublishedNamesTheCollegeAndItsProvince()
    {
        var approved = new FormApproved(Form, UnitCode.Parse(Hunan), YearMonth.Parse("2023-11"), new(2023, 12, 2), "reviewer", 1);

        var draft = FormEventSamples.Translate(approved).ShouldHaveSingleItem();

        draft.Region.ShouldBe("430000");
        var contract = draft.Contract.ShouldBeOfType<Contracts.Reporting.FormApproved>();
        (contract.Region, contract.College).ShouldBe(("430000", Hunan));
    }

    private static ProjectRecommended Recommended(int project, string? college) =>
        new(Samples.Id(3000 + project), "golden_bridge", "430100", "hard_tech", new(2023, 4, 20)) { CollegeId = college };

    private static ProjectGranted Granted(int project, string college, decimal amount) =>
        new(Samples.Id(3000 + project), "golden_bridge", "430100", "hard_tech", amount, new(2023, 6, 20)) { CollegeId = college };

    private static Dictionary<string, string> ThemeDay(string college) => new()
    {
        ["recordId"] = Samples.Id(61).ToString(), ["region"] = "430100", ["heldOn"] = "2023-11-06", ["collegeId"] = college, ["attendees"] = "31",
    };

    private static decimal?[] FirstFive(JsonNode form) => [.. Enumerable.Range(1, 5).Select(form.Cell)];

    private async Task EnterAllAsync(int value)
    {
        foreach (var column in Enumerable.Range(9, 9))
        {
            await _form.DoneAsync(_form.Clerk, "entries", new { column, value, note = "据团委台账汇总。" });
        }
    }
}
