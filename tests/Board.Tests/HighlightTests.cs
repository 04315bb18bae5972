using YouthPlatform.Board.Tests.Hosting;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Testing;

namespace YouthPlatform.Board.Tests;

/// <summary>Texts on the prefectures' work and contact forms, as officials write them.</summary>
public sealed class HighlightTests(PostgresFixture postgres, BrowserFixture browser) : IAsyncLifetime
{
    private const string November = "/board/highlights?month=2023-11";

    private BoardHost _board = null!;

    public async ValueTask InitializeAsync() => _board = await BoardHost.StartAsync(await postgres.CreateDatabaseAsync());

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task ATextIsDraftedAndFiledWhenNothingBlocksIt()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync(November);
        await clerk.Page.ClickAsync("text=写工作亮点");
        await clerk.Page.FillAsync("#field-text", new string('好', 401));
        await clerk.Page.ClickAsync("button[value=draft]");
        await clerk.SaysAsync("草稿已保存，还没有报送。");
        await clerk.SaysAsync("标题和正文不能为空。");
        await clerk.SaysAsync("正文 401 字，应控制在 400 字以内。");
        (await clerk.FaultsAsync()).ShouldBeEmpty();

        await using var reviewer = await Visitor.LogInAsync(browser, _board, "reviewer-430000");
        await reviewer.GoToAsync(November);
        await reviewer.SaysAsync("本月还没有报送信息。");

        await clerk.Page.ClickAsync("text=修改");
        await clerk.Page.FillAsync("#field-title", "送岗位进校园");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("正文 401 字，应控制在 400 字以内。");
        (await clerk.Page.InputValueAsync("#field-title")).ShouldBe("送岗位进校园");
        await clerk.Page.FillAsync("#field-text", "举办招聘会3场。");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("工作亮点已报送。");
        (await clerk.Page.InnerTextAsync("table.list tbody tr")).ShouldBe("长沙市\t2\t1\t0\t1");

        await reviewer.GoToAsync(November);
        await reviewer.Page.ClickAsync("text=通报表扬");
        await reviewer.Page.FillAsync("#field-reason", "做法具体");
        await reviewer.Page.ClickAsync("button.main");
        await reviewer.SaysAsync("通报表扬：做法具体");
        (await reviewer.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatSomebodyElseChangedMeanwhileIsShownBeside()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync("/board/highlights/new?month=2023-11");
        await clerk.Page.FillAsync("#field-title", "送岗位进校园");
        await clerk.Page.FillAsync("#field-text", "举办招聘会3场。");
        await clerk.Page.ClickAsync("button.main");
        await clerk.Page.ClickAsync("text=修改");
        await using var other = await Visitor.LogInAsync(browser, _board, "reviewer-430100");
        await other.GoToAsync(November);
        await other.Page.ClickAsync("text=修改");
        await other.Page.FillAsync("#field-text", "举办招聘会4场。");
        await other.Page.ClickAsync("button.main");
        await other.SaysAsync("修改已保存。");

        await clerk.Page.FillAsync("#field-text", "举办招聘会5场。");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("您打开页面之后内容有变化");
        (await clerk.Page.InnerTextAsync("section[aria-labelledby=changes] tbody")).ShouldBe("正文\t举办招聘会5场。\t举办招聘会4场。");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("举办招聘会5场。");
        await clerk.Page.ClickAsync("text=撤回");
        await clerk.Page.FillAsync("#field-reason", "重复");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("本月还没有报送信息。");
    }

    [Fact]
    public async Task TheLengthIsCountedWhileWritingAsTheServiceCountsIt()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100");
        await clerk.GoToAsync("/board/highlights/new?month=2023-11");
        foreach (var text in new[] { "", "举办招聘会3场，提供岗位1,200个。", "占98.5%以上", "GB 11643 号", "𠮷字——“职引未来”", "ＡＢ e\u0301tude\n就业" })
        {
            await clerk.Page.FillAsync("#field-text", text);
            (await clerk.Page.InnerTextAsync("output")).ShouldBe($"已写 {WrittenLength.Of(text)} 字，最多 400 字");
        }
    }

    [Fact]
    public async Task TheContactFormIsFiledAndNeverHalf()
    {
        await using var clerk = await Visitor.LogInAsync(browser, _board, "clerk-430100", Visitor.Phone);
        await clerk.GoToAsync("/board/contacts");
        await clerk.SaysAsync("未填报，应于 2023-05-22 前填报");
        await clerk.Page.ClickAsync("a.button[href$='/430100']");
        foreach (var (role, name) in new[] { ("lead", "示例甲"), ("in_charge", "示例乙") })
        {
            await clerk.Page.FillAsync($"[name='{role}.name']", name);
            await clerk.Page.FillAsync($"[name='{role}.unit_and_post']", "长沙市人力资源和社会保障局科长");
            await clerk.Page.FillAsync($"[name='{role}.office_phone']", "0731-80000001");
            await clerk.Page.FillAsync($"[name='{role}.mobile']", "139");
        }

        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("办公电话或手机号码格式不正确。");
        (await clerk.FaultsAsync()).ShouldBeEmpty();
        await clerk.Page.FillAsync("[name='lead.mobile']", "13900000001");
        await clerk.Page.FillAsync("[name='in_charge.mobile']", "13900000002");
        await clerk.Page.ClickAsync("button.main");
        await clerk.SaysAsync("联络员信息表已填报。");
        (await clerk.FaultsAsync()).ShouldBeEmpty();

        await using var reviewer = await Visitor.LogInAsync(browser, _board, "reviewer-430000");
        await reviewer.GoToAsync("/board/contacts");
        await reviewer.SaysAsync("示例乙");
        await reviewer.PictureAsync("contacts-filed-1366");
        await using var auditor = await Visitor.LogInAsync(browser, _board, "auditor-430000");
        await auditor.GoToAsync("/board/contacts");
        await auditor.SaysAsync("2023-11-28 填报");
        (await auditor.Page.InnerTextAsync("main")).ShouldNotContain("示例乙");
    }
}
