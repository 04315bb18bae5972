namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Statements and inline projections commit with the events or not at all, and fail their own append alone.</summary>
public abstract class TransactionContract : EventStoreContract
{
    [Fact]
    public async Task InlineProjectionIsThereWhenTheAppendReturns()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"), new Deposited(2.25m));
        var result = await AppendAsync("account-1", 2, new Deposited(0.75m));

        (await Accounts.BalanceAsync(Data, "account-1")).ShouldBe(3.00m);
        await using var command = Data.CreateCommand("SELECT position FROM accounts");
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(result.Position);
    }

    [Fact]
    public async Task InlineProjectionSeesAnEventAsItIsRead()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));
        await AppendAsync("account-1", 1, new HoldersNamed(new Dictionary<string, string> { ["owner"] = "b", ["by"] = "c", ["guardian"] = "\"<&> 李四" }));

        var read = (await ReadAllAsync())[^1].Data.ShouldBeOfType<HoldersNamed>();
        await using var command = Data.CreateCommand("SELECT holder FROM accounts");
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(read.Text);
    }

    [Fact]
    public async Task StatementsCommitWithTheEvents()
    {
        await Store.AppendAsync(
            new Append([new StreamAppend("account-1", 0, [new AccountOpened("a")])], Metadata)
            {
                Statements = [Note("one"), new("INSERT INTO notes (text, extra) VALUES ($1, $2)", "two", null)],
            },
            Cancellation);

        (await CountNotesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task StatementsMayComeWithoutEvents()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));

        var result = await Store.AppendAsync(new Append([], Metadata) { Statements = [Note("alone")] }, Cancellation);

        result.Versions.ShouldBeEmpty();
        result.Position.ShouldBe(await Store.GetHeadPositionAsync(Cancellation));
        (await CountNotesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task UniqueViolationOfAStatementNamesTheConstraintAndWritesNothing()
    {
        await Store.AppendAsync(new Append([], Metadata) { Statements = [Note("taken")] }, Cancellation);
        var append = new Append([new StreamAppend("account-1", 0, [new AccountOpened("a")])], Metadata) { Statements = [Note("taken")] };

        var refused = await Should.ThrowAsync<UniqueViolationException>(() => Store.AppendAsync(append, Cancellation));

        refused.Constraint.ShouldBe("notes_text_key");
        (await ReadAllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task UniqueViolationOfAnInlineProjectionFailsItsAppendAlone()
    {
        await AppendAsync("account-0", 0, new AccountOpened("taken"));

        var appends = Enumerable.Range(1, 50)
            .Select(i => AppendAsync($"account-{i}", 0, new AccountOpened(i % 10 == 0 ? "taken" : $"holder {i}")))
            .ToArray();
        await Task.WhenAll(appends).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        for (var i = 1; i <= 50; i++)
        {
            if (i % 10 == 0)
            {
                (await Should.ThrowAsync<UniqueViolationException>(() => appends[i - 1])).Constraint.ShouldBe(Accounts.HolderIsTaken);
            }
            else
            {
                await appends[i - 1];
            }
        }

        (await ReadAllAsync()).Count.ShouldBe(46);
    }

    [Fact]
    public async Task OfTwoThatClaimTheSameOneWins()
    {
        var appends = Enumerable.Range(1, 8).Select(i => AppendAsync($"account-{i}", 0, new AccountOpened("wanted"))).ToArray();
        await Task.WhenAll(appends).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        appends.Count(append => append.IsCompletedSuccessfully).ShouldBe(1);
        (await ReadAllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AProjectionThatThrowsFailsItsAppendAlone()
    {
        await AppendAsync("account-1", 0, new AccountOpened("a"));
        await AppendAsync("account-2", 0, new AccountOpened("b"));

        var poisoned = AppendAsync("account-1", 1, new Deposited(-1));
        var healthy = AppendAsync("account-2", 1, new Deposited(1));

        await Should.ThrowAsync<InvalidOperationException>(() => poisoned);
        (await healthy).Versions.ShouldBe([2L]);
        (await ReadAllAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task ACancelledAppendIsEitherWhollyWrittenOrNotAtAll()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var appends = Enumerable.Range(1, 200)
            .Select(i => Store.AppendAsync(new Append([new StreamAppend($"account-{i}", 0, [new AccountOpened($"{i}")])], Metadata), source.Token))
            .ToArray();
        await source.CancelAsync();
        await Task.WhenAll(appends).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        var written = (await ReadAllAsync()).Select(recorded => recorded.Stream).ToHashSet();
        for (var i = 1; i <= 200; i++)
        {
            appends[i - 1].IsCompletedSuccessfully.ShouldBe(written.Contains($"account-{i}"), $"append {i} is {appends[i - 1].Status}");
        }
    }
}
