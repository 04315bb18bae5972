using System.Collections.Concurrent;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Numbers that stand for stored type names in the events table. A number never changes its name.</summary>
internal sealed class StoredTypeIds(NpgsqlDataSource dataSource)
{
    private readonly ConcurrentDictionary<int, string> _names = [];
    private readonly ConcurrentDictionary<string, int> _ids = [];

    internal int IdOf(string name) => _ids[name];

    internal string? NameOf(int id) => _names.GetValueOrDefault(id);

    /// <summary>Reads all numbers; newer processes may have added some.</summary>
    internal async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT id, name FROM log.event_types");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _names[reader.GetInt32(0)] = reader.GetString(1);
            _ids[reader.GetString(1)] = reader.GetInt32(0);
        }
    }
}
