using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Consecutive events and the transaction in which their effect commits with the checkpoint.</summary>
/// <typeparam name="TEvent">The kind of event.</typeparam>
public sealed class SubscriptionBatch<TEvent>
{
    private readonly NpgsqlTransaction? _transaction;

    internal SubscriptionBatch(IReadOnlyList<TEvent> events, NpgsqlTransaction? transaction)
    {
        Events = events;
        _transaction = transaction;
    }

    /// <summary>The events, in order of their positions; at least one.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>The open transaction.</summary>
    /// <exception cref="InvalidOperationException">The subscription is external.</exception>
    public NpgsqlTransaction Transaction =>
        _transaction ?? throw new InvalidOperationException("An external subscription has no transaction.");

    /// <summary>The connection of <see cref="Transaction"/>.</summary>
    /// <exception cref="InvalidOperationException">The subscription is external.</exception>
    public NpgsqlConnection Connection =>
        Transaction.Connection ?? throw new InvalidOperationException("The transaction is over.");

    /// <summary>Executes statements in the transaction, in one round trip.</summary>
    public Task ExecuteAsync(IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) =>
        Statements.ExecuteAsync(Connection, Transaction, statements, cancellationToken);
}
