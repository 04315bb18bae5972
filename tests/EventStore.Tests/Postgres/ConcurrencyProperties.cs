using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Whatever callers of several stores do at once, a subscriber sees every acknowledged event once and in order, and nothing else.</summary>
public sealed class ConcurrencyProperties(PostgresFixture postgres)
{
    private static readonly EventMetadata Metadata = new("property");

    private static readonly Gen<Step> Steps =
        from action in Gen.Elements(Action.Append, Action.Append, Action.Append, Action.Stale, Action.Ahead, Action.Two, Action.Claim, Action.Terminate)
        from stream in Gen.Choose(0, 5)
        from events in Gen.Choose(1, 4)
        select new Step(action, stream, events);

    private static readonly Gen<Caller> Callers =
        from store in Gen.Choose(0, 2)
        from steps in Gen.ArrayOf(Steps, 8)
        select new Caller(store, steps);

    private enum Action
    {
        Append,
        Stale,
        Ahead,
        Two,
        Claim,
        Terminate,
    }

    [Fact]
    public void NothingIsLostReorderedSkippedOrDoubled() => Prop
        .ForAll(Gen.ArrayOf(Callers, 7).ToArbitrary(), callers => Task.Run(() => HoldsAsync(callers)).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private async Task<bool> HoldsAsync(Caller[] callers)
    {
        await using var log = new TestLog(postgres);
        var stores = new[] { await log.NewStoreAsync(), await log.NewStoreAsync(), await log.NewStoreAsync() };
        var reader = await log.NewStoreAsync();
        var outcomes = new ConcurrentBag<Outcome>();
        var tokens = 0;

        var writing = Task.WhenAll(callers.Select(caller => Task.Run(async () =>
        {
            foreach (var step in caller.Steps)
            {
                outcomes.Add(await DoAsync(log, stores[caller.Store], step, () => Interlocked.Increment(ref tokens)));
            }
        })));
        var seen = await PollingReader.ReadUntilAsync(reader, writing, CancellationToken.None);
        await writing;

        await seen.SawAllAsync(reader, CancellationToken.None);
        Agree(seen, outcomes);
        (await LogAudit.VerifyAsync(log.Data, [], CancellationToken.None)).Reason.ShouldBeNull();
        return true;
    }

    private static void Agree(List<RecordedEvent> seen, IEnumerable<Outcome> outcomes)
    {
        var positions = seen.ToLookup(recorded => Token(recorded.Data), recorded => recorded.Position);
        positions.ShouldAllBe(token => token.Count() == 1);
        var known = 0;
        foreach (var outcome in outcomes)
        {
            var written = outcome.Tokens.SelectMany(token => positions[token]).ToArray();
            known += written.Length;
            if (outcome.Result is { } result)
            {
                var end = result.Position;
                written.ShouldBe(Enumerable.Range(0, outcome.Tokens.Length).Select(i => end - outcome.Tokens.Length + 1 + i));
            }
            else
            {
                written.ShouldBeEmpty();
            }
        }

        seen.Count.ShouldBe(known);
    }

    private static async Task<Outcome> DoAsync(TestLog log, PostgresEventStore store, Step step, Func<int> token)
    {
        if (step.Action == Action.Terminate)
        {
            await log.ExecuteAsync(
                $"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = '{LogCommitter.ApplicationName}' ORDER BY random() LIMIT 1
                """);
            return new Outcome([], null);
        }

        var append = await AppendAsync(store, step, token);
        int[] tokens = [.. append.Streams.SelectMany(stream => stream.Events).Select(Token)];
        try
        {
            var result = await store.AppendAsync(append, CancellationToken.None);
            step.Action.ShouldNotBeOneOf(Action.Stale, Action.Ahead);
            return new Outcome(tokens, result);
        }
        catch (WrongExpectedVersionException)
        {
            return new Outcome(tokens, null);
        }
        catch (UniqueViolationException) when (step.Action == Action.Claim)
        {
            return new Outcome(tokens, null);
        }
    }

    private static async Task<Append> AppendAsync(PostgresEventStore store, Step step, Func<int> token)
    {
        var name = $"account-{step.Stream}";
        var version = step.Action == Action.Claim ? 0 : (await store.LoadAsync(name, CancellationToken.None)).Version;
        object[] events = [.. Enumerable.Range(0, step.Events).Select(_ => new Deposited(token()))];
        StreamAppend[] streams = step.Action switch
        {
            Action.Stale => [new(name, version == 0 ? 1_000 : version - 1, events)],
            Action.Ahead => [new(name, version + 1_000, events)],
            Action.Two => [new(name, version, events), new($"single-{token()}", 0, [new Deposited(token())])],
            Action.Claim => [new($"claim-{token()}", 0, [new Deposited(token())])],
            _ => [new(name, version, events)],
        };
        return new Append(streams, Metadata) { Statements = step.Action == Action.Claim ? [new("INSERT INTO notes (text) VALUES ($1)", $"{step.Stream}")] : [] };
    }

    private static int Token(object domainEvent) => (int)((Deposited)domainEvent).Amount;

    private sealed record Step(Action Action, int Stream, int Events);

    private sealed record Caller(int Store, Step[] Steps);

    private sealed record Outcome(int[] Tokens, AppendResult? Result);
}
