using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Copy;

/// <summary>An event as either store keeps it, without its class: the view <c>log.events_readable</c> is the same in both.</summary>
internal sealed record StoredRow(
    long Position, string Stream, long Version, string Type, string Data, EventMetadata Metadata, DateTimeOffset RecordedAt)
{
    private const string All = """
        SELECT position, stream, version::bigint, type, data::text, actor, trace_parent, causation_id, recorded_at
        FROM log.events_readable ORDER BY position
        """;

    /// <summary>Reads a whole log in order, without holding it in memory.</summary>
    internal static async IAsyncEnumerable<StoredRow> ReadAllAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Statements.Command(connection, All);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new StoredRow(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                reader.GetString(4),
                new EventMetadata(reader.GetString(5), Text(reader, 6), Text(reader, 7)),
                new DateTimeOffset(reader.GetDateTime(8)));
        }
    }

    /// <summary>Whether both say the same; positions may differ, and <c>jsonb</c> keeps neither blanks nor the order of members.</summary>
    internal bool SaysTheSameAs(StoredRow other)
    {
        if (this with { Position = 0, Data = "" } != other with { Position = 0, Data = "" })
        {
            return false;
        }

        using var mine = JsonDocument.Parse(Data);
        using var others = JsonDocument.Parse(other.Data);
        return JsonElement.DeepEquals(mine.RootElement, others.RootElement);
    }

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
