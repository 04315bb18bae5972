namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Expected versions are exact, and a refused append leaves nothing behind.</summary>
public abstract class ConflictContract : EventStoreContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task GivenStreamAtTwo_WhenAppendedAtAnotherVersion_ThenRefused(long expected)
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"), new Deposited(1));

        var refused = await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync("account-1", expected, new Deposited(2)));

        (refused.Stream, refused.Expected, refused.Actual).ShouldBe(("account-1", expected, 2));
        (await Store.LoadAsync("account-1", Cancellation)).Version.ShouldBe(2);
        (await AppendAsync("account-1", 2, new Deposited(2))).Versions.ShouldBe([3L]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task GivenNoStream_WhenAppendedAtAVersion_ThenRefused(long expected)
    {
        var refused = await Should.ThrowAsync<WrongExpectedVersionException>(() => AppendAsync("account-1", expected, new Deposited(2)));

        refused.Actual.ShouldBe(0);
        (await ReadAllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenConflictInOneStream_WhenAppendingToTwo_ThenNothingIsWritten()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));
        var append = new Append(
            [new StreamAppend("account-2", 0, [new AccountOpened("b")]), new StreamAppend("account-1", 5, [new Deposited(1)])], Metadata)
        {
            Statements = [Note("never")],
        };

        await Should.ThrowAsync<WrongExpectedVersionException>(() => Store.AppendAsync(append, Cancellation));

        (await ReadAllAsync()).Count.ShouldBe(1);
        (await CountNotesAsync()).ShouldBe(0);
        (await Accounts.BalanceAsync(Data, "account-2")).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    public async Task AnAppendWithoutEventsAssertsTheVersion(long expected, bool holds)
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));
        var append = new Append([new StreamAppend("account-1", expected, [])], Metadata) { Statements = [Note("asserted")] };

        if (holds)
        {
            var result = await Store.AppendAsync(append, Cancellation);
            result.Versions.ShouldBe([1L]);
            result.Position.ShouldBe(await Store.GetHeadPositionAsync(Cancellation));
        }
        else
        {
            await Should.ThrowAsync<WrongExpectedVersionException>(() => Store.AppendAsync(append, Cancellation));
        }

        (await CountNotesAsync()).ShouldBe(holds ? 1 : 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task AnAppendWithoutEventsAssertsThatAStreamDoesNotExist(long expected, bool holds)
    {
        var append = new Append([new StreamAppend("account-none", expected, [])], Metadata);

        var appending = Store.AppendAsync(append, Cancellation);

        if (holds)
        {
            (await appending).Versions.ShouldBe([0L]);
        }
        else
        {
            await Should.ThrowAsync<WrongExpectedVersionException>(() => appending);
        }
    }

    [Fact]
    public async Task OfManyAtTheSameVersionOneWins()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 40).Select(i => OutcomeAsync(AppendAsync("account-1", 1, new Deposited(i)))));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.Where(outcome => outcome is not null).ShouldAllBe(outcome => outcome is WrongExpectedVersionException);
        (await Store.LoadAsync("account-1", Cancellation)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task OneCallersConflictDoesNotConcernTheOthers()
    {
        await AppendAsync("account-0", 0, new AccountOpened("zero"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 60).Select(i => OutcomeAsync(
            i % 3 == 0 ? AppendAsync("account-0", 9, new Deposited(i)) : AppendAsync($"account-{i}", 0, new AccountOpened($"{i}")))));

        for (var i = 1; i <= 60; i++)
        {
            (outcomes[i - 1] is WrongExpectedVersionException).ShouldBe(i % 3 == 0, $"append {i}: {outcomes[i - 1]}");
        }

        (await ReadAllAsync()).Count.ShouldBe(41);
    }

    private protected static async Task<Exception?> OutcomeAsync(Task appending)
    {
        try
        {
            await appending;
            return null;
        }
#pragma warning disable CA1031 // The exception is the outcome under test.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
