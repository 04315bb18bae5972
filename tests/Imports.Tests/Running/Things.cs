using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;

namespace YouthPlatform.Imports.Tests.Running;

/// <summary>A thing of an imported file was noted, with an amount; a second time with another amount.</summary>
internal sealed record ThingNoted(string Name, long Amount, string Owner);

internal sealed record NoteThing(string Name, long Amount, string Owner);

/// <summary>Amounts of a thing may rise and never fall.</summary>
internal sealed class Thing : IDecider<long, NoteThing, ThingNoted>
{
    public static long Initial => 0;

    public static string StreamOf(string name) => $"thing-{name}";

    public static long Evolve(long state, ThingNoted recorded) => recorded.Amount;

    public static IReadOnlyList<ThingNoted> Decide(NoteThing command, long state) => command.Amount > state
        ? [new ThingNoted(command.Name, command.Amount, command.Owner)]
        : throw new RuleViolation("thing.falls", $"数量不得低于 {state}。");
}

/// <summary>Every owner owns one thing only; no two things have the same owner.</summary>
internal sealed class ThingProjection : IProjection
{
    public const string OwnerConstraint = "things_owner_key";

    private static readonly Table<string> Rows = new("things", "name");
    private static readonly Column<long> Amount = new(Rows, "amount");
    private static readonly Column<string> Owner = new(Rows, "owner");

    public string Name => "things";

    public IReadOnlyList<Table> Tables => [Rows];

    public string Schema =>
        "CREATE TABLE IF NOT EXISTS things (name text PRIMARY KEY, amount bigint NOT NULL, owner text NOT NULL CONSTRAINT things_owner_key UNIQUE)";

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data is ThingNoted e
        ? [Rows.Upsert(e.Name).Set(Amount, e.Amount).Initially(Owner, e.Owner)]
        : [];
}

/// <summary>Stands between the rows of a file and their decision, so that a test can act in the middle.</summary>
internal sealed class Turnstile
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Row at which the file stops.</summary>
    public long ClosedAt { get; init; } = long.MaxValue;

    public Task Reached => _reached.Task;

    public async Task PassAsync(long lastRow, CancellationToken cancellationToken)
    {
        if (lastRow >= ClosedAt)
        {
            _reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }
}

/// <summary>Files of things; kept until they are dealt with.</summary>
internal sealed class ThingKind(IEventStore store, Turnstile turnstile) : ImportKind
{
    public override string Name => "things";

    public override int BatchSize => 10;

    public override IReadOnlyList<ImportColumn> Columns { get; } = [new("name", true, "名称"), new("amount", true, "数量"), new("owner", false, "所有人")];

    public override string? ReasonOf(string code) => code == "thing.amount_invalid" ? "数量不正确" : null;

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await turnstile.PassAsync(rows[^1].Number, cancellationToken);
        var streams = new BatchStreams(store);
        await streams.PrepareAsync<Thing, long, NoteThing, ThingNoted>(rows.Select(row => Thing.StreamOf(row["name"])), cancellationToken);
        return await streams.DecideAsync(rows, async row => await DecideAsync(streams, row, cancellationToken));
    }

    /// <summary>A row notes its thing twice, the second time doubled, so that its effect is more than one event.</summary>
    private static async Task<RowRemark?> DecideAsync(BatchStreams streams, ImportRow row, CancellationToken cancellationToken)
    {
        if (!long.TryParse(row["amount"], out var amount))
        {
            return new RowRemark(row.Number, RowStatus.Rejected, "thing.amount_invalid");
        }

        var owner = row["owner"] is { Length: > 0 } own ? own : row["name"];
        var thing = await streams.LoadAsync<Thing, long, NoteThing, ThingNoted>(Thing.StreamOf(row["name"]), cancellationToken);
        thing = streams.Decide(thing, new NoteThing(row["name"], amount, owner));
        streams.Decide(thing, new NoteThing(row["name"], amount * 2, owner));
        return null;
    }
}
