using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>What a local run needs beside the description, from the environment or the command line.</summary>
/// <param name="DataDirectory"><c>YOUTH_DATA</c>: data, logs and state; <c>.data</c> beside the application host by default.</param>
/// <param name="ConsolePort"><c>YOUTH_CONSOLE_PORT</c>: port of the ops console, 15888 by default.</param>
/// <param name="BuildConfiguration">The build whose programs are started, as a folder below <c>bin</c>: that of the application host.</param>
internal sealed record RunSettings(string DataDirectory, int ConsolePort, string BuildConfiguration)
{
    private const int DefaultConsolePort = 15_888;

    public string LogDirectory => Path.Combine(DataDirectory, "logs");

    public string StateDirectory => Path.Combine(DataDirectory, "run");

    public static RunSettings From(IConfiguration configuration, string appHostDirectory)
    {
        var data = configuration["YOUTH_DATA"] ?? "../.data";
        var port = configuration["YOUTH_CONSOLE_PORT"];
        var build = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        return new(
            Path.GetFullPath(data, appHostDirectory),
            string.IsNullOrEmpty(port) ? DefaultConsolePort : int.Parse(port, CultureInfo.InvariantCulture),
            OutputOf(string.IsNullOrEmpty(build) ? "Debug" : build));
    }

    private static string OutputOf(string build) =>
#if USE_MARTEN
        Path.Combine("marten", build);
#else
        build;
#endif
}
