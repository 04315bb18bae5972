using MassTransit;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Handles a public event of another service. What the handler returns is appended together with the message's inbox row, so a
/// message that is delivered again has no second effect.
/// </summary>
/// <typeparam name="TContract">The contract record.</typeparam>
/// <param name="inbox">What every consumer needs; from the container.</param>
public abstract class InboxConsumer<TContract>(InboxContext inbox) : IConsumer<TContract>
    where TContract : class
{
    /// <summary>Stable name under which received messages are remembered.</summary>
    protected virtual string ConsumerName => GetType().Name;

    /// <summary>
    /// Decides what the event leads to. It may load streams; it is called again when they changed meanwhile, when it refused on a
    /// remembered state (<see cref="Presumption"/>), or when the message is tried again.
    /// </summary>
    /// <param name="received">The event.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <returns>What to append; null when the event leads to nothing.</returns>
    protected abstract Task<Append?> HandleAsync(ReceivedEvent<TContract> received, CancellationToken cancellationToken);

    /// <summary>Receives a message. Throws when it cannot be handled; then it is tried again and ends in the error queue.</summary>
    public async Task Consume(ConsumeContext<TContract> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var received = ReceivedEvent<TContract>.From(context);
        Task<AppendResult> ApplyOnceAsync() => ApplyAsync(received, context.CancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await (attempt == 1 ? Presumption.RunAsync(ApplyOnceAsync) : ApplyOnceAsync());
                return;
            }
            catch (UniqueViolationException e) when (e.Constraint == Inbox.Constraint)
            {
                inbox.Duplicate(received.MessageId, ConsumerName);
                return;
            }
            catch (WrongExpectedVersionException) when (attempt < inbox.Options.ConflictAttempts)
            {
                await inbox.PauseAsync(TimeSpan.FromMilliseconds(2 * attempt), context.CancellationToken);
            }
            catch (Exception e) when (e is NpgsqlException { IsTransient: true } or CommitUnknownException)
            {
                inbox.DatabaseAway(e, ConsumerName, attempt);
                await inbox.PauseAsync(inbox.BackoffAfter(attempt), context.CancellationToken);
            }
        }
    }

    private async Task<AppendResult> ApplyAsync(ReceivedEvent<TContract> received, CancellationToken cancellationToken)
    {
        var effect = await HandleAsync(received, cancellationToken)
            ?? new Append([], received.MetadataFor(ConsumerName));
        var row = Inbox.Received(ConsumerName, received.MessageId, inbox.Time.GetUtcNow());
        return await inbox.Store.AppendAsync(effect with { Statements = [row, .. effect.Statements] }, cancellationToken);
    }
}
