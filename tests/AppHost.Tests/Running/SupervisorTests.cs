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
    public async Task AResourceThatTakesLongToEndIsGivenUpToo()
    {
        var launch = new EndingLaunch(_time, TimeSpan.FromSeconds(20));
        using var supervisor = Supervise(launch);
        supervisor.Start();

        await PassTimeUntilAsync(() => supervisor.Status.State == ResourceState.Failed, "it is given up", stepMilliseconds: 5000);

        launch.Attempts.ShouldBe(9);
        supervisor.Status.Message.ShouldNotBeNull().ShouldContain("without running for a minute in between");
        await supervisor.StopAsync();
    }

    [Fact]
    public async Task AResourceThatRanForAMinuteInBetweenIsStartedAgainAndAgain()
    {
        var launch = new EndingLaunch(_time, TimeSpan.FromSeconds(70));
        using var supervisor = Supervise(launch);
        supervisor.Start();

        await PassTimeUntilAsync(() => launch.Attempts > 12, "it is started again", stepMilliseconds: 5000);

        await supervisor.StopAsync();
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

    private Task PassTimeUntilAsync(Func<bool> condition, string what, int stepMilliseconds = 500) => Eventually.BecomesAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(stepMilliseconds));
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

    /// <summary>Runs well for a time, then ends.</summary>
    private sealed class EndingLaunch(TimeProvider time, TimeSpan after) : ILaunch
    {
        public int Attempts { get; private set; }

        public string Type => "test";

        public string LogFile => "/dev/null";

        public Task<IInstance> StartAsync(CancellationToken cancellationToken)
        {
            Attempts++;
            return Task.FromResult<IInstance>(new EndingInstance(Task.Delay(after, time, cancellationToken)));
        }
    }

    private sealed class EndingInstance(Task exited) : IInstance
    {
        public int Pid => 1;

        public Task Exited => exited;

        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
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
