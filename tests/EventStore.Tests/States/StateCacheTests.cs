using YouthPlatform.EventStore.Tests.Contract;
using Folded = YouthPlatform.EventStore.FoldedState<
    YouthPlatform.EventStore.Tests.States.Purse,
    YouthPlatform.EventStore.Tests.States.Held,
    YouthPlatform.EventStore.Tests.States.Change,
    YouthPlatform.EventStore.Tests.Contract.Deposited>;

namespace YouthPlatform.EventStore.Tests.States;

/// <summary>What is remembered, and for how long.</summary>
public sealed class StateCacheTests
{
    private readonly StateCache _cache = new(320);

    [Fact]
    public void AnAppendAtTheStatesVersionMovesIt()
    {
        _cache.Keep("purse-1", State(3, total: 30));

        _cache.Committed(new StreamAppend("purse-1", 3, [new Deposited(5), new Deposited(6)]));

        Find("purse-1").ShouldBe((5, new Held(41, 5)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void AnAppendAtAnotherVersionLeavesIt(long version)
    {
        _cache.Keep("purse-1", State(3, total: 30));

        _cache.Committed(new StreamAppend("purse-1", version, [new Deposited(5)]));

        Find("purse-1").ShouldBe((3, new Held(30, 3)));
    }

    [Fact]
    public void AnOlderStateDoesNotReplaceANewerOne()
    {
        _cache.Keep("purse-1", State(3, total: 30));
        _cache.Keep("purse-1", State(2, total: 20));

        Find("purse-1").Version.ShouldBe(3);
    }

    [Fact]
    public void WhatIsNotKnownOrForgottenIsNotFound()
    {
        _cache.Keep("purse-1", State(3, total: 30));
        _cache.Forget("purse-1");
        _cache.Committed(new StreamAppend("purse-2", 0, [new Deposited(5)]));

        _cache.Find("purse-1").ShouldBeNull();
        _cache.Find("purse-2").ShouldBeNull();
    }

    [Fact]
    public void MemoryIsBoundedByEvents()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _cache.Keep($"purse-{i}", State(10, total: i));
            _cache.Count.ShouldBeLessThanOrEqualTo(33);
        }

        _cache.Count.ShouldBeGreaterThanOrEqualTo(16);
        Find("purse-999").Version.ShouldBe(10);
    }

    [Fact]
    public void WhatIsAskedForStays()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _cache.Keep($"purse-{i}", State(10, total: i));
            Find("purse-0").Version.ShouldBe(10);
        }
    }

    [Fact]
    public void AStateThatGrowsCountsAsItIs()
    {
        _cache.Keep("purse-0", State(10, total: 0));
        for (var version = 10; version < 20; version++)
        {
            _cache.Committed(new StreamAppend("purse-0", version, [new Deposited(1)]));
        }

        _cache.Keep("purse-1", State(10, total: 0));
        _cache.Count.ShouldBe(2);
    }

    [Fact]
    public void AStateTooLargeForItsShareIsNotKept()
    {
        _cache.Keep("purse-1", State(21, total: 0));

        _cache.Find("purse-1").ShouldBeNull();
    }

    private static Folded State(long version, decimal total) => new(version, new Held(total, (int)version));

    private (long Version, Held State) Find(string stream) =>
        _cache.Find(stream).ShouldBeOfType<Folded>() is var found ? (found.Version, found.State) : default;
}
