using System.Diagnostics;
using System.Globalization;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Youth;

/// <summary>Runs <c>./youth</c> on a data directory of its own.</summary>
internal sealed class YouthCommand : IDisposable
{
    public TemporaryDirectory Data { get; } = new();

    public void Dispose() => Data.Dispose();

    public async Task<(int Code, string Output, string Error)> RunAsync(string arguments = "", int? port = null, string? store = null)
    {
        var start = new ProcessStartInfo(Repository.PathOf("youth"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["YOUTH_DATA"] = Data.Root;
        if (port is not null)
        {
            start.Environment["YOUTH_PORT"] = port.Value.ToString(CultureInfo.InvariantCulture);
        }

        if (store is not null)
        {
            start.Environment["YOUTH_STORE"] = store;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
