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
