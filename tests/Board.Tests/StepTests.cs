using YouthPlatform.Board.Tests.Hosting;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Board.Tests;

/// <summary>Steps on forms, as officials take them.</summary>
public sealed class StepTests(PostgresFixture postgres, BrowserFixture browser) : IAsyncLifetime
{
    private const string November = "/board/forms/h32_progress/430100/2023-11";

    private BoardHost _board = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await BoardHost.StartAsync(await postgres.CreateDatabaseAsync());
        await _board.Store.RecordAsync(1, Samples.Subsidy(1, 100, "2023-11-20"));
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task AFormIsSubmittedByKeyboardAloneFromTheTasks()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync("/board");
        await clerk.Page.Keyboard.PressAsync("Tab");
        (await clerk.FocusedAsync()).ShouldBe("跳到正文");
        await clerk.TabToAsync("我的待办");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync("**/board/tasks");
        await clerk.TabToAsync("长沙市2023年11月《2023年高校毕业生等青年就业创业推进计划工作进展情况统计表》");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync($"**{November}");
        await clerk.TabToAsync("报送");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync($"**{November}/steps/submit");
        await clerk.TabToAsync("确认报送");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync($"**{November}?done=submit");
        await clerk.SaysAsync("报表已报送。");
        (await clerk.Page.InnerTextAsync(".state-line .state")).ShouldBe("已报送");
    }

    [Fact]
    public async Task AReturnWithoutAReasonIsRefusedAndKeepsWhatWasEntered()
    {
        await using var clerk = await SubmitAsync();
        await using var reviewer = await Visitor.LogInAsync(browser, _board, "reviewer-430000", Visitor.Phone);
        await reviewer.GoToAsync($"{November}/steps/return");
        await reviewer.Page.FillAsync("#field-reason", "   ");
        await reviewer.Page.CheckAsync("input[value='5']");
        await reviewer.Page.ClickAsync("button.main");
        await reviewer.SaysAsync("没有办理");
        (await reviewer.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("problem");
        (await reviewer.Page.IsCheckedAsync("input[value='5']")).ShouldBeTrue();
        (await reviewer.FaultsAsync()).ShouldBeEmpty();

        await reviewer.Page.FillAsync("#field-reason", "请核对见习补贴人数");
        await reviewer.Page.ClickAsync("button.main");
        await reviewer.SaysAsync("报表已退回。");
        await clerk.GoToAsync(November);
        await clerk.SaysAsync("请核对见习补贴人数");
    }

    [Fact]
    public async Task FiguresThatChangedMeanwhileAreShownBeforeTheyAreSubmitted()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync($"{November}/steps/submit");
        await _board.Store.RecordAsync(2, Samples.Subsidy(2, 100, "2023-11-21"));
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("请核对下面的差异");
        (await clerk.Page.InnerTextAsync("section[aria-labelledby=changes] tbody")).ShouldBe("5 政策享受人数\t1\t2");
        await clerk.PictureAsync("changed-1366");

        await clerk.Page.ClickAsync("text=按现在的内容报送");
        await clerk.SaysAsync("报表已报送。");
    }

    [Fact]
    public async Task WhoMayNotTakeAStepIsNeitherOfferedItNorLetThrough()
    {
        await using var clerk = await SubmitAsync();
        (await clerk.Page.Locator("text=审核通过").CountAsync()).ShouldBe(0);
        await clerk.GoToAsync($"{November}/steps/approve");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("您的角色无权进行此操作。");

        await using var approver = await Visitor.LogInAsync(browser, _board, "approver-430000");
        await approver.GoToAsync("/board/tasks");
        await approver.Page.ClickAsync("a[aria-label^='审核通过：长沙市']");
        await approver.Page.ClickAsync("button.main");
        await approver.SaysAsync("报表已审核通过。");
        await approver.Page.ClickAsync("text=锁定");
        await approver.Page.ClickAsync("button.main");
        await approver.SaysAsync("报表已锁定。");

        await clerk.GoToAsync($"{November}/steps/submit");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("申请解锁");
    }

    [Fact]
    public async Task AMonthIsLockedAtOnceAndItIsSaidWhatBlocksTheOthers()
    {
        await using var clerk = await SubmitAsync();
        await using var approver = await Visitor.LogInAsync(browser, _board, "approver-430000");
        await approver.GoToAsync("/board/status?form=h32_progress&month=2023-11");
        await approver.Page.ClickAsync("text=锁定本月已审核的报表");
        await approver.SaysAsync("现在没有可以锁定的报表。");
        (await approver.Page.InnerTextAsync("section[aria-labelledby=blocked] tbody tr:first-child")).ShouldBe("长沙市\t已报送\t报表尚未审核通过，不能锁定。");
        (await approver.FaultsAsync()).ShouldBeEmpty();

        await approver.GoToAsync($"{November}/steps/approve");
        await approver.Page.ClickAsync("button.main");
        await approver.GoToAsync("/board/forms/h32_progress/2023-11/lock");
        await approver.PictureAsync("lock-month-one-1366");
        await approver.Page.ClickAsync("text=确认锁定 1 份报表");
        await approver.SaysAsync("已审核的报表已锁定。");
        await clerk.GoToAsync(November);
        (await clerk.Page.InnerTextAsync(".state-line .state")).ShouldBe("已锁定");
    }

    [Fact]
    public async Task TheHistoryShowsVersionsAndTheFormIsShownAsItWas()
    {
        await using var clerk = await SubmitAsync();
        await using var reviewer = await Visitor.LogInAsync(browser, _board, "reviewer-430000");
        await reviewer.GoToAsync($"{November}/steps/return");
        await reviewer.Page.FillAsync("#field-reason", "请核对见习补贴人数");
        await reviewer.Page.ClickAsync("button.main");
        _board.SetDate(new DateOnly(2023, 11, 29));
        await _board.Store.RecordAsync(2, Samples.Subsidy(2, 100, "2023-11-21"));
        await clerk.GoToAsync($"{November}/steps/submit");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("报表已报送。");

        await clerk.Page.ClickAsync("text=办理历史与各版数字");
        (await clerk.Page.Locator("section[aria-labelledby=steps] tbody tr").CountAsync()).ShouldBe(3);
        await clerk.SaysAsync("请核对见习补贴人数");
        (await clerk.Page.InnerTextAsync("section:nth-of-type(2) tbody")).ShouldBe("5 政策享受人数\t1\t2");
        (await clerk.FaultsAsync()).ShouldBeEmpty();
        await clerk.PictureAsync("history-two-1366");
        await clerk.Page.ClickAsync("text=第 1 版数字");
        await clerk.SaysAsync("第 1 版数字，2023-11-28 报送");
        (await clerk.Page.InnerTextAsync("table.form tbody td:nth-child(5)")).ShouldBe("1");

        await clerk.Page.FillAsync("input[name=knownOn]", "2023-11-28");
        await clerk.Page.ClickAsync("form.picker button");
        await clerk.SaysAsync("2023-11-28 终了时所知的报表");
        (await clerk.Page.InnerTextAsync(".state-line .state")).ShouldBe("已退回");
        (await clerk.FaultsAsync()).ShouldBeEmpty();
        await clerk.Page.ClickAsync("text=返回现在的报表");
        (await clerk.Page.InnerTextAsync("table.form tbody td:nth-child(5)")).ShouldBe("2");
    }

    [Fact]
    public async Task ACorrectionIsMadeInItsCellAndMarkedOnTheForm()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100", Visitor.Phone);
        await clerk.GoToAsync($"{November}/cells/5");
        await clerk.Page.ClickAsync("text=更正数字");
        await clerk.Page.FillAsync("#field-difference", "两人");
        await clerk.Page.FillAsync("#field-reason", "纸质材料补录");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("请填写数字");
        (await clerk.FaultsAsync()).ShouldBeEmpty();
        await clerk.Page.FillAsync("#field-difference", "2");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("更正已记录。");
        (await clerk.Page.InnerTextAsync(".cells a[href$='/cells/5']")).ShouldBe("3 人（已更正）");
        await clerk.GoToAsync($"{November}/cells/5");
        await clerk.SaysAsync("纸质材料补录");
        await clerk.Page.ClickAsync("text=撤回更正");
        await clerk.Page.FillAsync("#field-reason", "已在系统补录");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("更正已撤回。");
        (await clerk.Page.InnerTextAsync(".cells a[href$='/cells/5']")).ShouldBe("1 人");
    }

    private async Task<Visitor> SubmitAsync()
    {
        var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync($"{November}/steps/submit");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("报表已报送。");
        return clerk;
    }
}
