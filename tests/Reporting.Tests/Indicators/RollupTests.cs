using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>The roll-ups over a real log against figures computed afresh.</summary>
public sealed class RollupTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateOnly MidMonth = new(2023, 5, 17);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2023, 6, 1, 1, 0, 0, TimeSpan.Zero));
    private IHost _host = null!;
    private long _recorded;

    private IEventStore Store => _host.Services.GetRequiredService<IEventStore>();

    private NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    private IndicatorReader Reader => new(Database);

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CreateDatabaseAsync();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddPostgresEventStore(options =>
        {
            options.ConnectionString = database;
            options.Types = StoredEvents.Types;
            options.InlineProjections.Add(new IndicatorProjection(new IndicatorEngine(RandomFacts.Indicators, RandomFacts.Identities)));
        });
        builder.Services.AddSingleton<TimeProvider>(_clock).AddSubscription<Idle>();
        _host = builder.Build();
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    [Fact]
    public void FiguresAreExactInWhateverOrderFactsComeAndHoweverOften() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30).WithEndSize(60),
            Prop.ForAll(RandomFacts.Arbitrary, facts => CheckAsync(facts).GetAwaiter().GetResult()));

    /// <summary>Whatever the sizes of the batches in which facts were committed, a replay in others gives the same rows.</summary>
    [Fact]
    public async Task ReplayedTheRowsAreTheSame()
    {
        foreach (var facts in RandomFacts.Arbitrary.Generator.Sample(60, 6))
        {
            await RecordAsync(facts);
        }

        var rebuilder = _host.Services.GetRequiredService<ProjectionRebuilder>();
        (await rebuilder.CompareAsync(IndicatorProjection.ProjectionName, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await rebuilder.RebuildAsync(IndicatorProjection.ProjectionName, TestContext.Current.CancellationToken);
        (await rebuilder.CompareAsync(IndicatorProjection.ProjectionName, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AKeyThatWasSeenEarlierThanKnownMovesToThatDay()
    {
        await RecordAsync([Helped("p1", 20), Helped("p1", 12), Helped("p1", 16)]);

        (await FigureAsync("people", 11)).ShouldBe(0);
        (await FigureAsync("people", 12)).ShouldBe(1);
        (await FigureAsync("people", 25)).ShouldBe(1);
    }

    [Fact]
    public async Task WhoIsEmployedBeforeTheHelpBeganDoesNotCountAmongTheHelped()
    {
        await RecordAsync([Helped("p1", 10) with { Type = RandomFacts.Employed }, Helped("p1", 12) with { Type = RandomFacts.Registered }]);
        (await FigureAsync("employed", 25)).ShouldBe(0);

        await RecordAsync([Helped("p1", 8) with { Type = RandomFacts.Registered }]);
        (await FigureAsync("employed", 9)).ShouldBe(0);
        (await FigureAsync("employed", 10)).ShouldBe(1);
    }

    [Fact]
    public async Task AnEventThatMovesAnAmountFromOneToAnotherIsALineOfEachOnPagesOfOne()
    {
        var helped = Helped("p1", 10) with { Amount = 3 };
        await RecordAsync([helped, helped with { Type = RandomFacts.Corrected, Before = helped.Date, Date = helped.Date.AddDays(4), Other = "p2" }]);

        var lines = await EventsAsync(Indicator("granted"), "430100", new DateOnly(2023, 6, 30), 1);

        lines.Select(line => line.Contribution).ShouldBe([3, -3, 3]);
        lines.Select(line => line.Cursor).ShouldBeUnique();
    }

    [Fact]
    public async Task OfOneDayCountsWhatWasPublishedLastWhicheverWasRecordedFirst()
    {
        var published = Helped("p1", 10) with { Type = RandomFacts.Published, Amount = 3 };
        await RecordAsync(published with { Type = RandomFacts.Changed, Amount = 5 }, 902);
        await RecordAsync(published, 901);

        (await FigureAsync("openings", 20)).ShouldBe(5);
    }

    private static Indicator Indicator(string id) => RandomFacts.Indicators.Single(indicator => indicator.Id == id);

    private static Shuffled Helped(string person, int day) =>
        new(RandomFacts.Helped, "430104", new DateOnly(2023, 5, 10).AddDays(day), person, "a", 1);

    private async Task<decimal> FigureAsync(string indicator, int day)
    {
        var window = new DateWindow(DateOnly.MinValue, new DateOnly(2023, 5, 10).AddDays(day));
        var figures = await Reader.WithinAsync(
            [KeyValuePair.Create(indicator, window)], ["430100"], null, TestContext.Current.CancellationToken);
        return figures.GetValueOrDefault((indicator, "430100"), Figure.Zero).Value;
    }

    private async Task CheckAsync(Shuffled[] facts)
    {
        await using (var clear = Database.CreateCommand(
            "TRUNCATE indicator_facts, indicator_events, indicator_steps, indicator_changes, indicator_days, indicator_months, indicator_known, indicator_links"))
        {
            await clear.ExecuteNonQueryAsync();
        }

        var before = await Store.GetHeadPositionAsync(TestContext.Current.CancellationToken);
        await RecordAsync(facts);
        List<RecordedEvent> recorded = [];
        await foreach (var each in Store.ReadAllAsync(before, int.MaxValue, TestContext.Current.CancellationToken))
        {
            recorded.Add(each);
        }

        foreach (var upTo in (DateOnly[])[new(2023, 5, 13), new(2023, 5, 20), new(2023, 5, 24), new(2023, 6, 30)])
        {
            await CheckAsync(upTo, null, recorded);
            await CheckAsync(upTo, ChinaDate.Of(_clock.GetUtcNow()).AddDays(-2), recorded);
        }
    }

    /// <summary>Compares every figure with the naive one, of all facts or of those recorded up to a day.</summary>
    private async Task CheckAsync(DateOnly upTo, DateOnly? knownOn, List<RecordedEvent> recorded)
    {
        FactRecorded[] facts =
        [
            .. recorded.Where(each => knownOn is null || ChinaDate.Of(each.RecordedAt) <= knownOn).Select(each => (FactRecorded)each.Data)
                .OrderBy(fact => fact.Sequence),
        ];
        var figures = await WithinAsync(new DateWindow(DateOnly.MinValue, upTo), knownOn);
        var later = await WithinAsync(new DateWindow(MidMonth, upTo), knownOn);
        foreach (var indicator in RandomFacts.Indicators)
        {
            foreach (var scope in RandomFacts.Scopes)
            {
                var figure = figures.GetValueOrDefault((indicator.Id, scope), Figure.Zero);
                var naive = NaiveFigures.Of(indicator, scope, upTo, facts);
                figure.Value.ShouldBe(naive, $"{indicator.Id} of {scope} up to {upTo}, known {knownOn}");
                later.GetValueOrDefault((indicator.Id, scope), Figure.Zero).Value.ShouldBe(
                    upTo < MidMonth ? 0 : naive - NaiveFigures.Of(indicator, scope, MidMonth.AddDays(-1), facts),
                    $"{indicator.Id} of {scope} from {MidMonth} to {upTo}, known {knownOn}");
                if (knownOn is null)
                {
                    await CheckEventsAsync(indicator, scope, upTo, figure);
                }
            }
        }
    }

    private Task<IReadOnlyDictionary<(string Indicator, string Scope), Figure>> WithinAsync(DateWindow window, DateOnly? knownOn) =>
        Reader.WithinAsync(
            [.. RandomFacts.Indicators.Select(indicator => KeyValuePair.Create(indicator.Id, window))],
            [.. RandomFacts.Scopes],
            knownOn,
            TestContext.Current.CancellationToken);

    /// <summary>The events behind a figure are as many, and add up to what, the figure says.</summary>
    private async Task CheckEventsAsync(Indicator indicator, string scope, DateOnly upTo, Figure figure)
    {
        var seen = await EventsAsync(indicator, scope, upTo, 7);
        seen.Select(e => e.Cursor).ShouldBeUnique();
        seen.Count.ShouldBe((int)figure.Events, $"{indicator.Id} of {scope} up to {upTo}");
        seen.Sum(e => e.Contribution).ShouldBe(figure.Value, $"{indicator.Id} of {scope} up to {upTo}");
    }

    private async Task<List<CountedEvent>> EventsAsync(Indicator indicator, string scope, DateOnly upTo, int pageSize)
    {
        var seen = new List<CountedEvent>();
        IReadOnlyList<CountedEvent> page;
        do
        {
            page = await Reader.EventsAsync(
                indicator,
                scope,
                new DateWindow(DateOnly.MinValue, upTo),
                seen is [.., var last] ? last.Cursor : EventCursor.Start,
                pageSize,
                TestContext.Current.CancellationToken);
            seen.AddRange(page);
        }
        while (page.Count == pageSize);

        return seen;
    }

    /// <summary>Every third fact arrives twice; facts arrive at once, so that they are committed in groups.</summary>
    private async Task RecordAsync(Shuffled[] facts)
    {
        foreach (var chunk in facts.Chunk(10))
        {
            await Task.WhenAll(chunk.SelectMany(fact =>
            {
                var sequence = ++_recorded;
                return Enumerable.Range(0, sequence % 3 == 0 ? 2 : 1).Select(_ => RecordAsync(fact, sequence));
            }));
            _clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private async Task RecordAsync(Shuffled fact, long sequence)
    {
        var id = DerivedId.Create(DerivedId.UrlNamespace, $"fact-{sequence}");
        try
        {
            await Store.AppendAsync(
                new Append([new StreamAppend($"fact-{id}", 0, [fact.Record(id, sequence)])], new EventMetadata("test"))
                {
                    Statements = [Inbox.Received("facts", id, DateTimeOffset.UnixEpoch)],
                },
                TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is UniqueViolationException { Constraint: Inbox.Constraint } or WrongExpectedVersionException)
        {
            // It had arrived before.
        }
    }

    /// <summary>Nothing follows the log here; the rebuilder comes with those that do.</summary>
    private sealed class Idle : ISubscription<RecordedEvent>
    {
        public string Name => "idle";

        public Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
