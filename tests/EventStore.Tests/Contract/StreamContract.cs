namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Streams, versions and reading.</summary>
public abstract class StreamContract : EventStoreContract
{
    [Fact]
    public async Task UnknownStreamIsEmptyAtVersionZero()
    {
        var stream = await Store.LoadAsync("account-none", Cancellation);

        stream.Version.ShouldBe(0);
        stream.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task LoadGivesBackWhatWasAppended()
    {
        var before = TimeProvider.System.GetUtcNow().AddMilliseconds(-1);

        await AppendAsync("account-1", 0, new AccountOpened("王小明"), new Deposited(12.50m));
        var stream = await Store.LoadAsync("account-1", Cancellation);

        stream.Version.ShouldBe(2);
        stream.Events.Select(recorded => recorded.Data).ShouldBe([new AccountOpened("王小明"), new Deposited(12.50m)]);
        stream.Events.Select(recorded => recorded.Version).ShouldBe([1L, 2L]);
        stream.Events.Select(recorded => recorded.Type).ShouldBe(["tests.account_opened.v1", "tests.deposited.v1"]);
        stream.Events.ShouldAllBe(recorded => recorded.Stream == "account-1" && recorded.Metadata == Metadata);
        stream.Events.ShouldAllBe(recorded => recorded.RecordedAt > before && recorded.RecordedAt.Offset == TimeSpan.Zero);
        stream.Events.ShouldAllBe(recorded => recorded.RecordedAt.UtcTicks % TimeSpan.TicksPerMicrosecond == 0);
    }

    [Fact]
    public async Task MetadataMayLackAllButTheActor()
    {
        await Store.AppendAsync(
            new Append([new StreamAppend("account-1", 0, [new AccountOpened("a")])], new EventMetadata("relay")), Cancellation);

        (await Store.LoadAsync("account-1", Cancellation)).Events[0].Metadata.ShouldBe(new EventMetadata("relay"));
    }

    [Fact]
    public async Task AppendAnswersWithPositionAndVersionsInTheOrderOfItsStreams()
    {
        await AppendAsync("account-2", 0, new AccountOpened("b"));

        var result = await Store.AppendAsync(
            new Append(
                [
                    new StreamAppend("account-2", 1, [new Deposited(1), new Deposited(2)]),
                    new StreamAppend("account-1", 0, [new AccountOpened("a")]),
                ],
                Metadata),
            Cancellation);

        result.Versions.ShouldBe([3L, 1L]);
        result.Position.ShouldBe((await ReadAllAsync())[^1].Position);
        result.Position.ShouldBe(await Store.GetHeadPositionAsync(Cancellation));
    }

    [Fact]
    public async Task ReadingTheLogGivesAllStreamsInTheOrderOfTheirCommits()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));
        await AppendAsync("account-2", 0, new AccountOpened("b"));
        await AppendAsync("account-1", 1, new Deposited(1), new Deposited(2));

        var all = await ReadAllAsync();

        all.Select(recorded => (recorded.Stream, recorded.Version)).ShouldBe(
            [("account-1", 1L), ("account-2", 1L), ("account-1", 2L), ("account-1", 3L)]);
        all.Select(recorded => recorded.Position).ShouldBeInOrder();
        all.Select(recorded => recorded.Position).ShouldBeUnique();
    }

    [Fact]
    public async Task ReadingTheLogStartsAfterAPositionAndStopsAtTheLimit()
    {
        await AppendAsync("account-1", 0, [new AccountOpened("a"), .. Enumerable.Range(1, 9).Select(i => new Deposited(i))]);
        var all = await ReadAllAsync();

        (await ReadAllAsync(all[3].Position, 4)).ShouldBe(all[4..8]);
        (await ReadAllAsync(all[^1].Position)).ShouldBeEmpty();
        (await ReadAllAsync(0, 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadingALongLogMissesNothing()
    {
        for (var i = 0; i < 5; i++)
        {
            await AppendAsync($"account-{i}", 0, [new AccountOpened($"{i}"), .. Enumerable.Range(1, 999).Select(n => new Deposited(n))]);
        }

        var all = await ReadAllAsync();

        all.Count.ShouldBe(5_000);
        all.Select(recorded => recorded.Position).ShouldBeUnique();
        (await ReadAllAsync(0, 4_001)).Count.ShouldBe(4_001);
    }

    [Fact]
    public async Task EmptyLogHasHeadZero() => (await Store.GetHeadPositionAsync(Cancellation)).ShouldBe(0);

    [Fact]
    public async Task UnregisteredEventIsRefusedBeforeAnythingIsWritten()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => AppendAsync("account-1", 0, new AccountOpened("a"), "not an event"));

        (await ReadAllAsync()).ShouldBeEmpty();
    }
}
