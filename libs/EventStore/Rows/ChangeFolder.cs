using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rows;

/// <summary>
/// Folds changes in the order in which they come and writes them when it is told to, or when the next one cannot be folded with them.
/// </summary>
/// <param name="connection">Where to write; a transaction is open whenever changes are added.</param>
/// <param name="folded">The memory.</param>
/// <param name="beforeChanges">Called before the first statement that looks for rows that are there.</param>
internal sealed class ChangeFolder(NpgsqlConnection connection, FoldedTables folded, Func<CancellationToken, Task>? beforeChanges = null)
{
    private const int MostStatements = 1_000;

    private readonly FoldWriter _writer = new(connection, beforeChanges);
    private readonly List<SqlStatement> _statements = [];

    internal async Task AddAsync(IEnumerable<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (!TryAdd(change))
            {
                await AddAsync(change, cancellationToken);
            }
        }
    }

    /// <summary>Adds a change if nothing needs to be written before.</summary>
    internal bool TryAdd(Change change) => _statements.Count == 0 && change is RowChange row && folded.TryFold(row);

    /// <summary>Writes everything.</summary>
    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (!folded.IsEmpty)
        {
            await _writer.WriteAsync(folded, cancellationToken);
            folded.Clear();
        }

        if (_statements.Count > 0)
        {
            if (beforeChanges is not null)
            {
                await beforeChanges(cancellationToken);
            }

            await Statements.ExecuteAsync(connection, null, _statements, cancellationToken);
            _statements.Clear();
            folded.Distrust();
        }
    }

    /// <summary>Adds a change after what must be written before.</summary>
    internal async Task AddAsync(Change change, CancellationToken cancellationToken)
    {
        if (change is RowChange row)
        {
            await WriteAsync(cancellationToken);
            if (!folded.TryFold(row))
            {
                throw new InvalidOperationException($"A change of {row.Shape.Table.Name} cannot be folded.");
            }
        }
        else if (change.ToStatement() is { } statement)
        {
            if (!folded.IsEmpty || _statements.Count >= MostStatements)
            {
                await WriteAsync(cancellationToken);
            }

            _statements.Add(statement);
        }
    }
}
