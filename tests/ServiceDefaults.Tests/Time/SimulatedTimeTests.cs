using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.ServiceDefaults.Tests.Defaults;
using YouthPlatform.ServiceDefaults.Time;

namespace YouthPlatform.ServiceDefaults.Tests.Time;

public sealed class SimulatedTimeTests : IDisposable
{
    private static readonly DateTimeOffset July = new(2023, 7, 25, 1, 0, 0, TimeSpan.Zero);

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("clock").FullName, "clock");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void GivenNoFile_ThenTheTimeIsReal()
    {
        var before = TimeProvider.System.GetUtcNow();
        new SimulatedTimeProvider(_file).GetUtcNow().ShouldBeInRange(before, before.AddMinutes(1));
    }

    [Fact]
    public void WhenSet_ThenEveryReaderOfTheFileSeesItAtOnceAndItGoesOn()
    {
        var here = new SimulatedTimeProvider(_file);
        var there = new SimulatedTimeProvider(_file);
        here.Set(July);
        var first = there.GetUtcNow();
        first.ShouldBeInRange(July, July.AddMinutes(1));
        SpinWait.SpinUntil(() => there.GetUtcNow() > first, TimeSpan.FromSeconds(5)).ShouldBeTrue("The clock stands still.");
        here.Set(July.AddMonths(-1));
        there.GetUtcNow().ShouldBeInRange(July.AddMonths(-1), July.AddMonths(-1).AddMinutes(1));
        Directory.GetFiles(Path.GetDirectoryName(_file)!).ShouldBe([_file]);
    }

    [Fact]
    public async Task WhenSetWhileRead_ThenNoReaderSeesHalfASetting()
    {
        var clock = new SimulatedTimeProvider(_file);
        clock.Set(July);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
            {
                clock.GetUtcNow().Year.ShouldBe(2023);
            }

            return reads;
        }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 200; i++)
        {
            clock.Set(July.AddDays(i % 100));
        }

        await done.CancelAsync();
        (await reader).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task GivenDevelopment_ThenTheHostRunsOnTheFile()
    {
        new SimulatedTimeProvider(_file).Set(July);
        await using var service = await SampleService.StartAsync(settings: new Dictionary<string, string?> { ["Clock:File"] = _file });
        service.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year.ShouldBe(2023);
    }

    [Fact]
    public async Task GivenProduction_ThenTheFileIsIgnored()
    {
        new SimulatedTimeProvider(_file).Set(July);
        await using var service = await SampleService.StartAsync("Production", new Dictionary<string, string?> { ["Clock:File"] = _file });
        service.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(TimeProvider.System);
    }
}
