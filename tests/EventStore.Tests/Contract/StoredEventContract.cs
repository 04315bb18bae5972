using System.Text.Json;
using Npgsql;

namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>Old versions, unknown types, content that does not fit and names that cannot be stored.</summary>
public abstract class StoredEventContract : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract NpgsqlDataSource Data { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task OldVersionsAreReadAsTheNewestByStreamAndByLog()
    {
        var old = await NewStoreAsync(new EventTypes().Add<OpenedV1>("tests.opened.v1"));
        await old.AppendAsync(Opening("account-1", new OpenedV1("张三")), Cancellation);
        var middle = await NewStoreAsync(new EventTypes().Add<OpenedV2>("tests.opened.v2"));
        await middle.AppendAsync(Opening("account-2", new OpenedV2("李四", "430100")), Cancellation);

        var newest = await NewStoreAsync(new EventTypes()
            .Add<OpenedV3>("tests.opened.v3")
            .Upcast("tests.opened.v1", "tests.opened.v2", json =>
            {
                json["region"] = "430000";
                return json;
            })
            .Upcast("tests.opened.v2", "tests.opened.v3", json => new() { ["owner"] = json["name"]!.DeepClone(), ["region"] = json["region"]!.DeepClone() }));

        (await newest.LoadAsync("account-1", Cancellation)).Events[0].Data.ShouldBe(new OpenedV3("张三", "430000"));
        var all = await newest.ReadAllAsync(0, 10, Cancellation).ToListAsync(Cancellation);
        all.Select(recorded => recorded.Data).ShouldBe([new OpenedV3("张三", "430000"), new OpenedV3("李四", "430100")]);
        all.Select(recorded => recorded.Type).ShouldBe(["tests.opened.v1", "tests.opened.v2"]);
    }

    [Fact]
    public async Task UnknownStoredTypeFailsLoudly()
    {
        var writer = await NewStoreAsync();
        await writer.AppendAsync(Opening("account-1", new AccountOpened("a")), Cancellation);
        var reader = await NewStoreAsync(new EventTypes().Add<Deposited>("tests.deposited.v1"));

        (await Should.ThrowAsync<UnknownEventTypeException>(() => reader.LoadAsync("account-1", Cancellation)))
            .StoredType.ShouldBe("tests.account_opened.v1");
        await Should.ThrowAsync<UnknownEventTypeException>(() => reader.ReadAllAsync(0, 10, Cancellation).ToListAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task AServiceWithoutEventsOfItsOwnHasAnEmptyLog()
    {
        var store = await NewStoreAsync(new EventTypes());

        (await store.GetHeadPositionAsync(Cancellation)).ShouldBe(0);
        (await store.ReadAllAsync(0, 10, Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
        (await store.LoadAsync("account-1", Cancellation)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task EventsBeforeAnUnknownTypeAreGiven()
    {
        var writer = await NewStoreAsync();
        await writer.AppendAsync(
            new Append([new StreamAppend("account-1", 0, [.. Enumerable.Range(1, 20).Select(i => new Deposited(i)), new AccountOpened("a")])], new("clerk")),
            Cancellation);
        var reader = await NewStoreAsync(new EventTypes().Add<Deposited>("tests.deposited.v1"));
        List<RecordedEvent> given = [];

        await Should.ThrowAsync<UnknownEventTypeException>(async () =>
        {
            await foreach (var recorded in reader.ReadAllAsync(0, 100, Cancellation))
            {
                given.Add(recorded);
            }
        });

        given.Select(recorded => recorded.Version).ShouldBe(Enumerable.Range(1, 20).Select(version => (long)version));
    }

    [Fact]
    public async Task ATypeThatANewerProcessIntroducedIsFoundByName()
    {
        var reader = await NewStoreAsync();
        var newer = await NewStoreAsync(Accounts.Types.Add<OpenedV1>("tests.opened.v1"));
        await newer.AppendAsync(Opening("account-1", new OpenedV1("a")), Cancellation);

        (await Should.ThrowAsync<UnknownEventTypeException>(() => reader.LoadAsync("account-1", Cancellation)))
            .StoredType.ShouldBe("tests.opened.v1");
    }

    [Fact]
    public async Task MembersThatTheEventDoesNotHaveAreRefused()
    {
        var writer = await NewStoreAsync(new EventTypes().Add<OpenedV2>("tests.opened.v1"));
        await writer.AppendAsync(Opening("account-1", new OpenedV2("a", "430100")), Cancellation);
        var reader = await NewStoreAsync(new EventTypes().Add<OpenedV1>("tests.opened.v1"));

        await Should.ThrowAsync<JsonException>(() => reader.LoadAsync("account-1", Cancellation));
    }

    [Fact]
    public async Task OperatorsCanReadTheLogInSql()
    {
        var store = await NewStoreAsync();
        await store.AppendAsync(Opening("account-1", new AccountOpened("王小明")), Cancellation);

        (await ScalarAsync("SELECT stream || ' ' || type || ' ' || (data ->> 'holder') || ' ' || actor FROM log.events_readable"))
            .ShouldBe("account-1 tests.account_opened.v1 王小明 clerk");
    }

    [Fact]
    public async Task ALayoutOfANewerProgramIsRefused()
    {
        await NewStoreAsync();
        await ScalarAsync("UPDATE log.schema_version SET version = 99");

        (await Should.ThrowAsync<InvalidOperationException>(() => NewStoreAsync())).Message.ShouldContain("99");
    }

    [Fact]
    public async Task ManyProcessesMayCreateTheLogAtOnce()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewStoreAsync()));

        await stores[0].AppendAsync(Opening("account-1", new AccountOpened("a")), Cancellation);
        foreach (var store in stores)
        {
            (await store.GetHeadPositionAsync(Cancellation)).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("")]
    public async Task NamesThatCannotBeStoredAreRefused(string name)
    {
        var store = await NewStoreAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.AppendAsync(Opening(name, new AccountOpened("a")), Cancellation));
    }

    [Fact]
    public async Task HalfACharacterIsRefused()
    {
        var store = await NewStoreAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.AppendAsync(Opening($"half {(char)0xd83d}", new AccountOpened("a")), Cancellation));
    }

    [Fact]
    public async Task OneAppendNamesAStreamOnce()
    {
        var store = await NewStoreAsync();
        var append = new Append(
            [new StreamAppend("account-1", 0, [new AccountOpened("a")]), new StreamAppend("account-1", 1, [new Deposited(1)])], new EventMetadata("clerk"));

        await Should.ThrowAsync<ArgumentException>(() => store.AppendAsync(append, Cancellation));
    }

    /// <summary>Opens one more store on the test's database, as a process of its own would.</summary>
    private protected abstract Task<IEventStore> NewStoreAsync(EventTypes? types = null);

    private protected static Append Opening(string stream, object opened) => new([new StreamAppend(stream, 0, [opened])], new EventMetadata("clerk"));

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    private protected sealed record OpenedV1(string Name);

    private protected sealed record OpenedV2(string Name, string Region);

    private protected sealed record OpenedV3(string Owner, string Region);
}
