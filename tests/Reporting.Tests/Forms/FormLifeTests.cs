using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Reporting.Tests.Forms;

/// <summary>The life of a form over HTTP, on a real database.</summary>
public sealed class FormLifeTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly object Reason = new { reason = "补贴退回" };

    private ServiceHost<Program> _app = null!;
    private FormLife _form = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _form = new(_app);
        await _app.Store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-10-20"));
        await _app.Store.RecordAsync(2, Samples.Subsidy(2, 100, "2023-11-20"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task AFormIsReturnedSubmittedAgainApprovedAndLocked()
    {
        await _form.DoneAsync(_form.Clerk, "submission");
        var returned = await _form.DoneAsync(_form.Reviewer, "return", new
        {
            reason = "请核对",
            columns = new[] { new { column = 5, code = "inconsistent", reason = "与台账相差 1 人" } },
        });
        ((string)returned["state"]!, (int)returned["return"]!["columns"]![0]!["column"]!).ShouldBe(("returned", 5));

        await _form.DoneAsync(_form.Clerk, "submission");
        await _form.DoneAsync(_form.Reviewer, "approval");
        var locked = await _form.DoneAsync(_form.Reviewer, "lock");

        ((string)locked["state"]!, (int)locked["lock"]!["version"]!, (int)locked["version"]!).ShouldBe(("locked", 2, 2));
        await _form.RefusedAsync(_form.Clerk, "submission", 409, "form.locked");
        await _form.RefusedAsync(_form.Clerk, "corrections", 409, "form.locked", new { column = 5, difference = 1, reason = "漏报" });
        await _form.RefusedAsync(_form.Reviewer, "return", 409, "form.locked", Reason);
        var history = await _form.Clerk.ReadAsync($"{_form.Path}/history");
        history["steps"]!.AsArray().Select(step => (string)step!["step"]!).ShouldBe(
            ["form_submitted", "form_returned", "form_submitted", "form_approved", "form_locked"]);
    }

    [Fact]
    public async Task EachStepIsOfItsLevelAndRole()
    {
        await _form.DoneAsync(_form.Clerk, "submission");
        var hengyang = _app.Client("430400", Roles.Reviewer);
        foreach (var step in new[] { "approval", "lock" })
        {
            await _form.RefusedAsync(_app.Client("430100", Roles.Reviewer), step, 403, "form.collector_only");
            await _form.RefusedAsync(hengyang, step, 403, "auth.region_forbidden");
            ((int)(await _form.StepAsync(_app.Client("430000"), step)).Status).ShouldBe(403);
        }

        await _form.RefusedAsync(hengyang, "submission", 403, "auth.region_forbidden");
        await _form.RefusedAsync(_form.Reviewer, "corrections", 403, "form.unit_only", new { column = 5, difference = 1, reason = "漏报" });
        ((int)(await _form.StepAsync(_form.Reviewer, "unlock", new { reason = "更正", until = "2023-12-01" })).Status).ShouldBe(403);
        (await _form.StateAsync()).ShouldBe("submitted");
    }

    [Fact]
    public async Task WhoSubmittedNeverApprovesWhateverTheirRoles()
    {
        var http = _app.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestIssuer.Token([Roles.Reviewer], ["430000", "430100"], "both"));
        var both = new ServiceClient(http);
        await _form.DoneAsync(both, "submission");

        await _form.RefusedAsync(both, "approval", 409, "four_eyes.same_person");
        await _form.RefusedAsync(both, "return", 409, "four_eyes.same_person", Reason);
        await _form.DoneAsync(_form.Reviewer, "approval");
        await _form.RefusedAsync(both, "lock", 409, "four_eyes.same_person");
    }

    [Fact]
    public async Task ACorrectionHoldsInTheFollowingMonthsUntilItIsWithdrawn()
    {
        var october = new FormLife(_app, month: "2023-10");
        var corrected = await october.DoneAsync(
            october.Clerk, "corrections", new { column = 5, difference = 2, reason = "补报纸质台账", reference = "长人社函〔2023〕12号" });
        var cell = corrected.CellOf(5);
        ((decimal)cell["computed"]!, (decimal)cell["adjustment"]!, (decimal)cell["value"]!).ShouldBe((1, 2, 3));
        (await _form.ReadAsync()).Cell(5).ShouldBe(4);
        var province = await _app.Client("430000", Roles.Auditor).ReadAsync("/v1/forms/h32_progress/2023-11");
        province["units"]![0]!.Cell(5).ShouldBe(4);

        var id = (string)cell["corrections"]![0]!["correctionId"]!;
        var withdrawn = await _form.DoneAsync(_form.Clerk, $"corrections/{id}/withdrawal", new { reason = "已补录入系统" });

        withdrawn.Cell(5).ShouldBe(2);
        (await october.ReadAsync()).Cell(5).ShouldBe(3);
        (await new FormLife(_app, month: "2023-12").ReadAsync()).Cell(5).ShouldBe(2);
        await new FormLife(_app, month: "2023-12").RefusedAsync(
            _form.Clerk, $"corrections/{id}/withdrawal", 409, "form.month_not_begun", Reason);
        await _form.RefusedAsync(_form.Clerk, "corrections", 409, "form.figure_negative", new { column = 5, difference = -3, reason = "重复" });
        await _form.RefusedAsync(_form.Clerk, "corrections", 404, "form.column_closed", new { column = 18, difference = 3, reason = "漏报" });
    }

    [Fact]
    public async Task AFallBlocksUntilItIsExplained()
    {
        var october = new FormLife(_app, month: "2023-10");
        var corrected = await october.DoneAsync(october.Clerk, "corrections", new { column = 27, difference = 2, reason = "补报纸质台账" });
        await october.LockAsync();
        var id = (string)corrected.CellOf(27)["corrections"]![0]!["correctionId"]!;

        await _form.DoneAsync(_form.Clerk, $"corrections/{id}/withdrawal", new { reason = "已结案件移送外地" });
        var check = Check(await _form.ReadAsync(), "never_falls");
        ((bool)check["passed"]!, (int)check["findings"]![0]!["column"]!).ShouldBe((true, 27));

        var december = new FormLife(_app, month: "2023-12");
        _app.SetDate(new DateOnly(2023, 12, 1));
        ((bool)Check(await december.ReadAsync(), "never_falls")["passed"]!).ShouldBeFalse();
        await december.RefusedAsync(december.Clerk, "submission", 409, "form.checks_failed");
        await december.DoneAsync(december.Clerk, "corrections", new { column = 27, difference = 0, reason = "已结案件移送外地" });
        await december.DoneAsync(december.Clerk, "submission");
    }

    [Fact]
    public async Task AnUnlockedFormIsOpenUpToItsDayAndFallsBackToWhatWasLocked()
    {
        await _form.LockAsync();
        var requested = await _form.DoneAsync(_form.Clerk, "unlock-request", Reason);
        ((string)requested["unlockRequest"]!["reason"]!).ShouldBe("补贴退回");
        await _form.RefusedAsync(_form.Approver, "unlock", 409, "form.unlock_too_long", new { reason = "更正", until = "2023-12-14" });
        var unlocked = await _form.DoneAsync(_form.Approver, "unlock", new { reason = "更正", until = "2023-12-01" });
        ((string)unlocked["state"]!, (string)unlocked["unlock"]!["until"]!).ShouldBe(("unlocked", "2023-12-01"));
        await _form.DoneAsync(_form.Clerk, "corrections", new { column = 5, difference = -1, reason = "重复登记" });

        _app.SetDate(new DateOnly(2023, 12, 2));

        var form = await _form.ReadAsync();
        ((string)form["state"]!, (decimal)form.CellOf(5)["submitted"]!, form.Cell(5)).ShouldBe(("locked", 2, 1));
        await _form.RefusedAsync(_form.Clerk, "submission", 409, "form.locked");
        var province = await _app.Client("430000", Roles.Auditor).ReadAsync("/v1/forms/h32_progress/2023-11");
        ((string)province["units"]![0]!["state"]!).ShouldBe("locked");
    }

    [Fact]
    public async Task WhatChangedAfterLockingIsShownAndRestatedByTwo()
    {
        await _form.LockAsync();
        (await _form.Clerk.ReadAsync($"{_form.Path}/differences"))["differences"]!.AsArray().ShouldBeEmpty();
        await _form.RefusedAsync(_form.Clerk, "restatement-proposal", 409, "form.nothing_to_restate", Reason);
        await _app.Store.RecordAsync(3, Samples.Subsidy(3, 101, "2023-11-25"));

        var differences = (await _form.Clerk.ReadAsync($"{_form.Path}/differences"))["differences"]!.AsArray();
        differences.Select(each => ((int)each!["column"]!, (decimal)each["locked"]!, (decimal)each["now"]!, (decimal)each["difference"]!))
            .ShouldBe([(5, 2, 3, 1), (6, 1, 2, 1)]);
        await _form.DoneAsync(_form.Clerk, "restatement-proposal", new { reason = "迟报的补贴" });
        await _form.RefusedAsync(_form.Reviewer, "restatement-proposal", 409, "form.restatement_already_proposed", Reason);
        var restated = await _form.DoneAsync(_form.Approver, "restatement");

        ((string)restated["state"]!, (bool)restated["lock"]!["isRestated"]!, (int)restated["version"]!).ShouldBe(("locked", true, 2));
        ((decimal)restated.CellOf(5)["submitted"]!).ShouldBe(3);
        var versions = (await _form.Clerk.ReadAsync($"{_form.Path}/versions"))["versions"]!.AsArray();
        versions.Select(each => ((string)each!["kind"]!, (bool)each["isInForce"]!)).ShouldBe([("submission", false), ("restatement", true)]);
        (await FigureAsync(1), await FigureAsync(2)).ShouldBe((2, 3));
        (await _form.Clerk.ProblemAsync($"{_form.Path}/versions/3")).ShouldBe((404, "form.version_unknown"));
    }

    [Fact]
    public async Task AllApprovedFormsOfAMonthAreLockedAtOnce()
    {
        var zhuzhou = new FormLife(_app, "430200");
        foreach (var form in new[] { _form, zhuzhou })
        {
            await form.DoneAsync(form.Clerk, "submission");
            await form.DoneAsync(form.Reviewer, "approval");
        }

        await new FormLife(_app, "430300").DoneAsync(_app.Client("430300"), "submission");

        var locked = await _form.Reviewer.PostAsync("/v1/forms/h32_progress/2023-11/lock");

        locked["units"].AsArray().Select(unit => (string)unit!["region"]!).ShouldBe(["430100", "430200"]);
        (await _form.StateAsync(), await zhuzhou.StateAsync(), await new FormLife(_app, "430300").StateAsync())
            .ShouldBe(("locked", "locked", "submitted"));
        var blocked = locked["blocked"].AsArray();
        blocked.Count.ShouldBe(12);
        ((string)blocked[0]!["unit"]!["region"]!, (string)blocked[0]!["state"]!, (string)blocked[0]!["code"]!)
            .ShouldBe(("430300", "submitted", "form.not_approved"));
        ((int)(await _form.Clerk.PostAsync("/v1/forms/h32_progress/2023-11/lock")).Status).ShouldBe(403);
    }

    /// <summary>Whoever submitted never locks; the others' forms are locked all the same.</summary>
    [Fact]
    public async Task AFormThatOneSubmittedOneselfBlocksNoOther()
    {
        var zhuzhou = new FormLife(_app, "430200");
        var (asClerk, asReviewer) = (_app.As("somebody", Roles.Clerk, "430200"), _app.As("somebody", Roles.Reviewer));
        await _form.DoneAsync(_form.Clerk, "submission");
        await _form.DoneAsync(_form.Reviewer, "approval");
        await zhuzhou.DoneAsync(asClerk, "submission");
        await zhuzhou.DoneAsync(_form.Reviewer, "approval");

        var locked = await asReviewer.PostAsync("/v1/forms/h32_progress/2023-11/lock");

        locked["units"].AsArray().Select(unit => (string)unit!["region"]!).ShouldBe(["430100"]);
        locked["blocked"].AsArray().Select(form => ((string)form!["unit"]!["region"]!, (string)form["code"]!)).ShouldContain(("430200", "four_eyes.same_person"));
    }

    [Fact]
    public async Task TheProvincesFormAsKnownOnADayShowsWhatStoodThen()
    {
        await _form.DoneAsync(_form.Clerk, "submission");
        _app.SetDate(new DateOnly(2023, 11, 29));
        await _form.DoneAsync(_form.Reviewer, "return", new { reason = "请核对" });
        _app.SetDate(new DateOnly(2023, 11, 30));
        await _form.LockAsync();

        foreach (var (day, state, version) in new[] { ("2023-11-27", "open", (int?)null), ("2023-11-28", "submitted", 1), ("2023-11-29", "returned", null), ("2023-11-30", "locked", 2) })
        {
            var alone = await _form.Clerk.ReadAsync($"{_form.Path}?asKnownOn={day}");
            var line = (await _form.Reviewer.ReadAsync($"/v1/forms/h32_progress/2023-11?asKnownOn={day}"))["units"]!.AsArray()
                .Single(unit => (string)unit!["unit"]!["region"]! == "430100")!;
            ((string)line["state"]!, (int?)line["version"]).ShouldBe((state, version), day);
            ((string)line["state"]!, line["submission"]?.ToJsonString()).ShouldBe(((string)alone["state"]!, alone["submission"]?.ToJsonString()), day);
        }
    }

    [Fact]
    public async Task AnEnteredFigureIsInTheProvincesFormFromItsDayOn()
    {
        var form = new FormLife(_app, form: "h32_campaign");
        var column = (await form.ReadAsync())["cells"]!.AsArray().First(cell => (string)cell!["state"]! == "entered")!["column"]!.GetValue<int>();
        await form.DoneAsync(form.Clerk, "entries", new { column, value = 12, note = "走访记录" });
        _app.SetDate(new DateOnly(2023, 11, 30));

        async Task<decimal?> TotalAsync(string query) =>
            (decimal?)(await form.Reviewer.ReadAsync($"/v1/forms/h32_campaign/2023-11{query}"))["totals"]!.AsArray()[column - 1]!["value"];
        (await TotalAsync("?asKnownOn=2023-11-27"), await TotalAsync("?asKnownOn=2023-11-28"), await TotalAsync("")).ShouldBe((null, 12, 12));
    }

    [Fact]
    public async Task OfTwoWhoSubmitAtOnceOneIsTooLate()
    {
        var etag = (await _form.Clerk.GetAsync(_form.Path)).ETag;

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
            _app.As($"clerk-{number}", Roles.Clerk, "430100").PostAsync($"{_form.Path}/submission", etag: etag)));

        replies.Count(reply => (int)reply.Status == 200).ShouldBe(1);
        replies.Where(reply => (int)reply.Status != 200).ShouldAllBe(reply => reply.Code == "form.already_submitted" || reply.Code == "request.version_mismatch");
        (await _form.Clerk.ReadAsync($"{_form.Path}/history"))["steps"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheStepsThatOneMayTakeAreTold()
    {
        (await StepsAsync(_form.Clerk)).ShouldBe(["submit", "correct", "withdraw_correction", "enter"]);
        await _form.DoneAsync(_form.Clerk, "submission");
        (await StepsAsync(_form.Clerk)).ShouldBeEmpty();
        (await StepsAsync(_form.Reviewer)).ShouldBe(["return", "approve"]);
        (await StepsAsync(_app.Client("430000", Roles.Auditor))).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> StepsAsync(ServiceClient who) =>
        (await who.ReadAsync($"{_form.Path}/steps"))["steps"]!.AsArray().Select(step => (string)step!);

    private async Task<decimal> FigureAsync(int version) =>
        (decimal)(await _form.Clerk.ReadAsync($"{_form.Path}/versions/{version}"))["figures"]!.AsArray()
            .Single(figure => (int)figure!["column"]! == 5)!["value"]!;

    private static JsonNode Check(JsonNode form, string id) =>
        form["checks"]!.AsArray().Single(check => (string)check!["check"]! == id)!;
}
