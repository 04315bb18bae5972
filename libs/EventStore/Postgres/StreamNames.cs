using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Names of streams by their keys, remembered for one reading of the log within bounds; one stretch at a time.</summary>
internal sealed class StreamNames(NpgsqlDataSource dataSource)
{
    private const int Most = 200_000;

    private readonly Dictionary<long, string> _names = [];

    /// <summary>Gives every event of a stretch its stream's name.</summary>
    internal async Task NameAsync(CopiedStretch stretch, CancellationToken cancellationToken)
    {
        if (stretch.Count == 0)
        {
            return;
        }

        await LearnAsync(stretch, cancellationToken);
        Name(stretch);
    }

    private async Task LearnAsync(CopiedStretch stretch, CancellationToken cancellationToken)
    {
        if (_names.Count > Most)
        {
            _names.Clear();
        }

        // A stream's key is the position of its first event: those that began here lie side by side.
        await ReadAsync(
            "SELECT array_agg(stream), array_agg(name) FROM log.streams WHERE stream BETWEEN $1 AND $2",
            cancellationToken,
            LogCommands.Parameter(stretch.FirstPosition),
            LogCommands.Parameter(stretch.LastPosition));
        var unknown = Unknown(stretch);
        if (unknown.Count > 0)
        {
            await ReadAsync("SELECT array_agg(stream), array_agg(name) FROM log.streams WHERE stream = ANY ($1)", cancellationToken, LogCommands.Parameter(unknown));
        }
    }

    private void Name(CopiedStretch stretch)
    {
        var (key, name) = (0L, "");
        for (var row = 0; row < stretch.Count; row++)
        {
            if (stretch.StreamAt(row) is var stream && stream != key)
            {
                (key, name) = (stream, _names.GetValueOrDefault(stream) ?? throw new InvalidOperationException($"The log has no name for stream {stream}."));
            }

            stretch.NameStream(row, name);
        }
    }

    private List<long> Unknown(CopiedStretch stretch)
    {
        HashSet<long> unknown = [];
        for (var i = 0; i < stretch.Count; i++)
        {
            if (!_names.ContainsKey(stretch.StreamAt(i)))
            {
                unknown.Add(stretch.StreamAt(i));
            }
        }

        return [.. unknown];
    }

    private async Task ReadAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = dataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken) && !await reader.IsDBNullAsync(0, cancellationToken))
        {
            var keys = reader.GetFieldValue<long[]>(0);
            var names = reader.GetFieldValue<string[]>(1);
            for (var i = 0; i < keys.Length; i++)
            {
                _names[keys[i]] = names[i];
            }
        }
    }
}
