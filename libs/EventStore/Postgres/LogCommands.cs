using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What the writer sends.</summary>
internal static class LogCommands
{
    // The check constraint head_moved refuses -1: another process was faster, or a caller's version was only hoped for.
    private const string MoveHead = "UPDATE log.head SET hash = $4, position = CASE WHEN position = $1 AND hash = $2 THEN $3 ELSE -1 END";

    private const string MoveHeadAssuming = """
        UPDATE log.head SET hash = $4, position = CASE
            WHEN position = $1 AND hash = $2 AND NOT EXISTS (
                SELECT FROM unnest($5, $6) AS assumed (stream, version)
                WHERE NOT EXISTS (SELECT FROM log.events e WHERE e.stream = assumed.stream AND e.version = assumed.version))
            THEN $3 ELSE -1 END
        """;

    private const string InsertStreams = "INSERT INTO log.streams (stream, name) SELECT * FROM unnest($1, $2)";

    private const string InsertEvents = """
        INSERT INTO log.events (position, stream, version, hash, envelope, data) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
        """;

    /// <summary>The whole commit in one round trip: without an explicit transaction, a batch is one.</summary>
    internal static NpgsqlBatch Commit(NpgsqlConnection connection, CommitPlan plan)
    {
        var batch = new NpgsqlBatch(connection);
        AddHead(batch, plan);
        if (plan.NewStreamKeys.Count > 0)
        {
            Add(batch, InsertStreams, Parameter(plan.NewStreamKeys), Parameter(plan.NewStreamNames));
        }

        if (plan.WritesEvents)
        {
            AddEvents(batch, plan);
        }

        foreach (var statement in plan.Statements)
        {
            Add(batch, statement.Sql, [.. statement.Parameters.Select(ParameterOf)]);
        }

        return batch;
    }

    internal static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }

    internal static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };

    /// <summary>A commit may be sent again, and a parameter belongs to one command alone.</summary>
    private static NpgsqlParameter ParameterOf(object? value) =>
        value is NpgsqlParameter typed ? typed.Clone() : new NpgsqlParameter { Value = value ?? DBNull.Value };

    /// <summary>Most commits assume nothing; then the server need not prepare to look.</summary>
    private static void AddHead(NpgsqlBatch batch, CommitPlan plan)
    {
        NpgsqlParameter[] moved =
            [Parameter(plan.Base.Position), Parameter(plan.Base.Hash), Parameter(plan.Head.Position), Parameter(plan.Head.Hash)];
        if (plan.Assumed.Count == 0)
        {
            Add(batch, MoveHead, moved);
        }
        else
        {
            Add(
                batch,
                MoveHeadAssuming,
                [.. moved, Parameter(plan.Assumed.ConvertAll(assumed => assumed.Key)), Parameter(plan.Assumed.ConvertAll(assumed => assumed.Version))]);
        }
    }

    private static void AddEvents(NpgsqlBatch batch, CommitPlan plan)
    {
        var events = plan.Events;
        Add(
            batch,
            InsertEvents,
            Parameter(events.Positions),
            Parameter(events.Streams),
            Parameter(events.Versions),
            Parameter(events.Hashes),
            Parameter(events.Envelopes),
            Parameter(events.Data));
    }
}
