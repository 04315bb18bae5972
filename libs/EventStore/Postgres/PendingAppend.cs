using System.Diagnostics;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>An append that waits for the writer, with its events encoded on the caller's thread.</summary>
internal sealed class PendingAppend(Append append, IReadOnlyList<EncodedEvent[]> encoded, ActivityContext parent)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource<AppendResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    internal Append Append { get; } = append;

    /// <summary>Encoded events by stream, as in <see cref="Append.Streams"/>.</summary>
    internal IReadOnlyList<EncodedEvent[]> Encoded { get; } = encoded;

    internal int EventCount { get; } = encoded.Sum(events => events.Length);

    internal ActivityContext Parent { get; } = parent;

    internal Task<AppendResult> Task => _done.Task;

    internal bool IsDone => _done.Task.IsCompleted;

    /// <summary>Claims the append for a commit; false when its caller has withdrawn it.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Withdraws the append if the writer has not taken it.</summary>
    internal void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
        {
            _done.TrySetCanceled(cancellationToken);
        }
    }

    internal void Complete(AppendResult result) => _done.TrySetResult(result);

    internal void Fail(Exception exception) => _done.TrySetException(exception);
}

/// <summary>An event with its stored form.</summary>
internal readonly record struct EncodedEvent(object Event, string Type, int TypeId, byte[] Data);
