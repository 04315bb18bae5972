using System.Text;
using YouthPlatform.Policy;
using YouthPlatform.Simulation;

Console.OutputEncoding = Encoding.UTF8;
if (args is not ["--gateway", var gateway, "--seeds", var seeds])
{
    await Console.Error.WriteLineAsync("usage: YouthPlatform.Simulation --gateway http://127.0.0.1:8080 --seeds DIRECTORY");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(gateway), Timeout = TimeSpan.FromMinutes(5) };
try
{
    await SimulatedYear.RunAsync(http, PolicyData.Load(seeds), new YearSize(), Console.Out);
    return 0;
}
catch (Exception exception) when (exception is SimulationException or HttpRequestException or PolicyFileException)
{
    await Console.Error.WriteLineAsync($"The simulation stopped: {exception.Message}");
    return 1;
}
