using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Board.Tests.Hosting;

/// <summary>Somebody in front of a browser. What the browser complains of, and requests that leave the board's host, fail the test at the end.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>Width of an office screen.</summary>
    public const int Office = 1366;

    /// <summary>Width of a phone.</summary>
    public const int Phone = 360;

    private readonly Uri _address;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(Uri address, IBrowserContext context, IPage page)
    {
        _address = address;
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with", StringComparison.Ordinal))
            {
                _complaints.Enqueue($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"script: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } uri && uri.Authority != address.Authority)
            {
                _complaints.Enqueue($"request to {request.Url}");
            }
        };
    }

    /// <summary>The page in the browser.</summary>
    public IPage Page { get; }

    /// <summary>Opens a browser window of a width, without logging in.</summary>
    public static async Task<Visitor> OpenAsync(BrowserFixture browser, BoardHost board, int width = Office)
    {
        var context = await browser.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 768 },
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(board.Address, context, await context.NewPageAsync());
    }

    /// <summary>Opens a browser window and logs in as an official of the log-in page.</summary>
    public static async Task<Visitor> LogInAsync(BrowserFixture browser, BoardHost board, string person, int width = Office)
    {
        var visitor = await OpenAsync(browser, board, width);
        await visitor.GoToAsync("/board");
        await visitor.Page.ClickAsync($"button[value='{person}']");
        await visitor.Page.WaitForURLAsync($"{board.Address}board");
        return visitor;
    }

    /// <summary>Opens a browser window and logs in as the committee of a college, which is not on the list but filled in.</summary>
    public static async Task<Visitor> LogInAsCollegeAsync(BrowserFixture browser, BoardHost board, string college, int width = Office)
    {
        var visitor = await OpenAsync(browser, board, width);
        await visitor.GoToAsync("/board");
        await visitor.Page.FillAsync("input[name=region]", college);
        await visitor.Page.SelectOptionAsync("select[name=role]", Roles.CollegeCommittee);
        await visitor.Page.Locator("button:not([value])").ClickAsync();
        await visitor.Page.WaitForURLAsync($"{board.Address}board/tasks");
        return visitor;
    }

    /// <summary>Makes the session as old as it may not be: the browser keeps its cookie, the board no longer takes it.</summary>
    public async Task ExpireSessionAsync(BoardHost board)
    {
        var options = board.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("board");
        var cookie = (await _context.CookiesAsync()).Single(cookie => cookie.Name == options.Cookie.Name);
        var ticket = options.TicketDataFormat.Unprotect(cookie.Value)!;
        ticket.Properties.ExpiresUtc = DateTimeOffset.UnixEpoch;
        await _context.AddCookiesAsync(
        [
            new()
            {
                Name = cookie.Name,
                Value = options.TicketDataFormat.Protect(ticket),
                Domain = cookie.Domain,
                Path = cookie.Path,
                HttpOnly = true,
                SameSite = SameSiteAttribute.Lax,
            },
        ]);
    }

    /// <summary>Opens a path and returns the status of the answer.</summary>
    public async Task<int> GoToAsync(string path) => (await Page.GotoAsync(new Uri(_address, path).ToString()))!.Status;

    /// <summary>Waits until the page says something.</summary>
    public Task SaysAsync(string text) => Page.Locator("main", new() { HasTextString = text }).WaitForAsync();

    /// <summary>Text of the element that has the focus.</summary>
    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    /// <summary>Presses Tab until an element of that text has the focus.</summary>
    public async Task TabToAsync(string text)
    {
        for (var presses = 0; presses < 100; presses++)
        {
            if (await FocusedAsync() == text)
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The keyboard does not reach '{text}' on {Page.Url}.");
    }

    /// <summary>What axe finds wrong with the page, and whether it is wider than the screen.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions());
        var faults = result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{Page.Url} {violation.Id}: {violation.Help}: {node.Html}")).ToList();
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (tooWide > 0)
        {
            faults.Add($"{Page.Url} is {tooWide} px wider than the screen");
        }

        return faults;
    }

    /// <summary>Keeps a picture of the page in the directory of YOUTH_SCREENSHOTS, where that is set.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("YOUTH_SCREENSHOTS") is { Length: > 0 } directory)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _complaints.ShouldBeEmpty();
    }
}
