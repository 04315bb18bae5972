using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Asks for the versions of streams, one question for all callers that came while the one before was under way. An answer is
/// never older than the call it answers.
/// </summary>
internal sealed class StreamVersions(NpgsqlDataSource dataSource)
{
    private const string Sql = """
        SELECT asked.stream, coalesce((SELECT max(e.version) FROM log.events e WHERE e.stream = asked.stream), 0)
        FROM unnest($1) AS asked (stream)
        """;

    private readonly Lock _lock = new();
    private Dictionary<long, TaskCompletionSource<int>> _waiting = [];
    private bool _isAsking;

    /// <summary>The version of a stream; 0 when it has no events.</summary>
    internal Task<int> ReadAsync(long stream, CancellationToken cancellationToken)
    {
        TaskCompletionSource<int>? answer;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(stream, out answer))
            {
                _waiting.Add(stream, answer = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            if (!_isAsking)
            {
                _isAsking = true;
                _ = Task.Run(AskAsync, CancellationToken.None);
            }
        }

        return answer.Task.WaitAsync(cancellationToken);
    }

    private async Task AskAsync()
    {
        while (true)
        {
            // Lets callers that were woken by one commit ask together.
            await Task.Yield();
            Dictionary<long, TaskCompletionSource<int>> asked;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _isAsking = false;
                    return;
                }

                (asked, _waiting) = (_waiting, []);
            }

            try
            {
                await AnswerAsync(asked);
            }
#pragma warning disable CA1031 // Whoever waits gets the exception.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                foreach (var answer in asked.Values)
                {
                    answer.TrySetException(exception);
                }
            }
        }
    }

    private async Task AnswerAsync(Dictionary<long, TaskCompletionSource<int>> asked)
    {
        await using var command = dataSource.CreateCommand(Sql);
        command.Parameters.Add(LogCommands.Parameter(asked.Keys.ToArray()));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            asked[reader.GetInt64(0)].SetResult(reader.GetInt32(1));
        }
    }
}
