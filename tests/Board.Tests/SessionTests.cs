using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.Board.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Board.Tests;

/// <summary>Sessions, headers and what is kept.</summary>
public sealed class SessionTests(PostgresFixture postgres, BrowserFixture browser, BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task WhoSignedOutIsAskedToLogInAgain()
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, "clerk-430100");
        await visitor.Page.ClickAsync("text=退出");
        await visitor.SaysAsync("已退出调度看板");
        (await visitor.FaultsAsync()).ShouldBeEmpty();
        await visitor.Page.ClickAsync("text=一并退出统一身份认证");
        await visitor.SaysAsync("已退出调度看板");
        await visitor.GoToAsync("/board/status?month=2023-11");
        visitor.Page.Url.ShouldContain("/dev/authorize");
        (await visitor.FaultsAsync()).ShouldBeEmpty();
        await visitor.Page.ClickAsync("button[value='bureau-430000']");
        await visitor.Page.WaitForURLAsync("**/board/status?month=2023-11");
    }

    [Fact]
    public async Task AFormThatIsNotOfTheBoardIsRefused()
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, "clerk-430100");
        var forged = await visitor.Page.APIRequest.PostAsync($"{board.Board.Address}board/forms/h32_progress/430100/2023-11/steps/submit");
        forged.Status.ShouldBe(400);
        (await forged.TextAsync()).ShouldContain("页面已失效");
    }

    [Fact]
    public async Task AChangeWithoutASessionIsNotCarriedOutBehindALogInPage()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = board.Board.Address };
        using var change = await client.PostAsync("/board/sign-out", null, TestContext.Current.CancellationToken);
        change.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await change.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("登录已过期");

        using var away = await client.GetAsync("/board/sign-in?return=https://elsewhere.example/board", TestContext.Current.CancellationToken);
        away.Headers.Location!.Authority.ShouldBe(board.Board.Address.Authority);
    }

    [Fact]
    public async Task WhatWasEnteredIsThereAgainAfterLoggingInAnew()
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, "clerk-430100");
        const string path = "/board/forms/h32_progress/430100/2023-11/steps/correct?column=5";
        await visitor.GoToAsync(path);
        await visitor.Page.FillAsync("#field-difference", "3");
        await visitor.Page.FillAsync("#field-reason", "纸质材料补录");
        await visitor.ExpireSessionAsync(board.Board);
        await visitor.Page.ClickAsync("button.main");
        await visitor.Page.ClickAsync("button[value='clerk-430100']");
        await visitor.SaysAsync("您填写的内容已保留");
        (await visitor.FaultsAsync()).ShouldBeEmpty();
        (await visitor.Page.InputValueAsync("#field-difference")).ShouldBe("3");
        (await visitor.Page.InputValueAsync("#field-reason")).ShouldBe("纸质材料补录");
        (await visitor.Page.GetAttributeAsync("input[name=column]", "value")).ShouldBe("5");

        await visitor.GoToAsync(path);
        (await visitor.Page.InputValueAsync("#field-reason")).ShouldBeEmpty();
    }

    [Fact]
    public async Task NobodyElseSeesWhatWasEntered()
    {
        await using var visitor = await Visitor.LogInAsync(browser, board.Board, "clerk-430100");
        await visitor.GoToAsync("/board/forms/h32_progress/430100/2023-11/steps/request-unlock");
        await visitor.Page.FillAsync("#field-reason", "数字有误");
        await visitor.ExpireSessionAsync(board.Board);
        await visitor.Page.ClickAsync("button.main");
        await visitor.Page.ClickAsync("button[value='reviewer-430100']");
        await visitor.SaysAsync("确认申请解锁");
        (await visitor.Page.InputValueAsync("#field-reason")).ShouldBeEmpty();
    }

    [Fact]
    public async Task PagesForbidInlineCodeAndAreNotStoredButFilesAreKeptForGood()
    {
        using var client = new HttpClient { BaseAddress = board.Board.Address };
        using var page = await client.GetAsync("/board/signed-out", TestContext.Current.CancellationToken);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldNotContain("style=");

        var style = html.Split('"').Single(part => part.EndsWith("board.css", StringComparison.Ordinal));
        using var file = await client.GetAsync(style, TestContext.Current.CancellationToken);
        file.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        using var old = await client.GetAsync("/board/assets/0000000000000000/board.css", TestContext.Current.CancellationToken);
        old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SessionsOutliveARestartAndTheirKeysLieEncrypted()
    {
        var database = await postgres.CreateDatabaseAsync();
        var keyFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), TestContext.Current.CancellationToken);
        string session;
        await using (var first = await BoardHost.StartAsync(database, keyFile))
        {
            session = Protector(first).Protect("somebody");
        }

        await using var second = await BoardHost.StartAsync(database, keyFile);
        Protector(second).Unprotect(session).ShouldBe("somebody");
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT string_agg(content, '') FROM board.session_keys");
        var stored = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        stored.ShouldContain("<sealed");
        stored.ShouldNotContain("masterKey");
        File.Delete(keyFile);
    }

    private static IDataProtector Protector(BoardHost host) =>
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
