using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>The subscribers of the service's feed.</summary>
internal sealed class SubscriberTable(NpgsqlDataSource database)
{
    private const string Columns =
        "name, kind, address, types, regions, start, secret_version, state, reason, changed_by, changed_at";

    public Task<List<Subscriber>> ListAsync(CancellationToken cancellationToken) =>
        database.RowsAsync($"SELECT {Columns} FROM feeds.subscribers ORDER BY name", [], Read, cancellationToken);

    public async Task<Subscriber?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await database.RowsAsync($"SELECT {Columns} FROM feeds.subscribers WHERE name = $1", [name], Read, cancellationToken)).SingleOrDefault();

    /// <summary>Adds a subscriber, or changes address and filters of one that is there; null when it has ended or is of another kind.</summary>
    public async Task<Subscriber?> PutAsync(Subscriber wanted, CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            $"""
            INSERT INTO feeds.subscribers AS s (name, kind, address, types, regions, start, state, changed_by, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'Active', $7, now())
            ON CONFLICT (name) DO UPDATE
                SET address = excluded.address, types = excluded.types, regions = excluded.regions, changed_by = excluded.changed_by, changed_at = now()
                WHERE s.state <> 'Ended' AND s.kind = excluded.kind
            RETURNING {Columns}
            """,
            [
                wanted.Name,
                wanted.Kind.ToString(),
                wanted.Address?.AbsoluteUri,
                wanted.Types.ToArray(),
                wanted.Regions.ToArray(),
                wanted.Start,
                wanted.ChangedBy,
            ],
            Read,
            cancellationToken)).SingleOrDefault();

    /// <summary>Moves a subscriber that has not ended to a state; null when it has, or is not there.</summary>
    public async Task<Subscriber?> MoveAsync(
        string name, SubscriberState state, string? reason, string actor, CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            $"""
            UPDATE feeds.subscribers SET state = $2, reason = $3, changed_by = $4, changed_at = now()
            WHERE name = $1 AND state <> 'Ended' RETURNING {Columns}
            """,
            [name, state.ToString(), reason, actor],
            Read,
            cancellationToken)).SingleOrDefault();

    /// <summary>Gives a webhook its next secret; null when it has ended or is no webhook.</summary>
    public async Task<Subscriber?> RenewSecretAsync(string name, string actor, CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            $"""
            UPDATE feeds.subscribers SET secret_version = secret_version + 1, changed_by = $2, changed_at = now()
            WHERE name = $1 AND state <> 'Ended' AND kind = 'Webhook' RETURNING {Columns}
            """,
            [name, actor],
            Read,
            cancellationToken)).SingleOrDefault();

    private static Subscriber Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        Enum.Parse<SubscriberKind>(row.GetString(1)),
        row.TextOrNull(2) is { } address ? new Uri(address) : null,
        row.GetFieldValue<string[]>(3),
        row.GetFieldValue<string[]>(4),
        row.GetInt64(5),
        row.GetInt32(6),
        Enum.Parse<SubscriberState>(row.GetString(7)),
        row.TextOrNull(8),
        row.GetString(9),
        row.GetFieldValue<DateTimeOffset>(10));
}
