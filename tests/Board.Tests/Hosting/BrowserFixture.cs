using Microsoft.Playwright;

namespace YouthPlatform.Board.Tests.Hosting;

/// <summary>One headless Chromium, the machine's own, for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find("chromium") ?? throw new InvalidOperationException("The board's tests need Debian's package chromium."),
            // Chromium refuses to make a sandbox as root.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, program))
        .FirstOrDefault(File.Exists);
}
