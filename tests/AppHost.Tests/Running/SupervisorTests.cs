using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Time.Testing;
using YouthPlatform.AppHost.Local.Running;
using YouthPlatform.LocalServers;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Running;

public sealed class SupervisorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task AResourceThatKeepsEndingIsGivenUpVisiblyAndCanBeStartedByHand()
    {
        var launch = new FailingLaunch();
        using var supervisor = Supervise(launch);
        supervisor.Start();

        await PassTimeUntilAsync(() => supervisor.Status.State == ResourceState.Failed, "it is given up");

        launch.Attempts.ShouldBe(9);
        supervisor.Status.Message.ShouldNotBeNull().ShouldContain("no such thing");
        supervisor.Give(ResourceCommand.Start);
        await PassTimeUntilAsync(() => launch.Attempts > 9, "it is tried again");
        await supervisor.StopAsync();
        supervisor.Status.State.ShouldBe(ResourceState.Stopped);
    }

    [Fact]
    public async Task AResourceThatNeverBecomesHealthyIsStoppedAndShownAsFailed()
    {
        var launch = new UnhealthyLaunch();
        using var supervisor = Supervise(launch);
        supervisor.Start();

        await PassTimeUntilAsync(() => supervisor.Status.State == ResourceState.Failed, "it is given up");

        launch.Stopped.ShouldBeTrue();
        supervisor.Status.Message.ShouldNotBeNull().ShouldContain("did not become healthy");
        await supervisor.StopAsync();
    }

    private Supervisor Supervise(ILaunch launch) =>
        new(new ProjectResource("service"), launch, [], new RunLog(TextWriter.Null, _time), _time);

    private Task PassTimeUntilAsync(Func<bool> condition, string what) => Eventually.BecomesAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            return condition();
        },
        Patience,
        what);

    private sealed class FailingLaunch : ILaunch
    {
        public int Attempts { get; private set; }

        public string Type => "test";

        public string LogFile => "/dev/null";

        public Task<IInstance> StartAsync(CancellationToken cancellationToken)
        {
            Attempts++;
            throw new LocalServerException("There is no such thing.");
        }
    }

    private sealed class UnhealthyLaunch : ILaunch, IInstance
    {
        public bool Stopped { get; private set; }

        public string Type => "test";

        public string LogFile => "/dev/null";

        public int Pid => 1;

        public Task Exited => new TaskCompletionSource().Task;

        public Task<IInstance> StartAsync(CancellationToken cancellationToken) => Task.FromResult<IInstance>(this);

        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public ValueTask DisposeAsync()
        {
            Stopped = true;
            return ValueTask.CompletedTask;
        }
    }
}
