namespace YouthPlatform.EventStore.PublicLog;

internal static class CombinedLogSchema
{
    public const string Name = "combined_log";

    public const string Sql = """
        CREATE SCHEMA IF NOT EXISTS combined_log;
        CREATE TABLE IF NOT EXISTS combined_log.head (
            singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
            position bigint NOT NULL,
            hash bytea NOT NULL CHECK (octet_length(hash) = 32));
        INSERT INTO combined_log.head (position, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS combined_log.sources (
            source text PRIMARY KEY,
            position bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS combined_log.events (
            position bigint CONSTRAINT combined_events_pkey PRIMARY KEY,
            id uuid NOT NULL CONSTRAINT combined_events_id_key UNIQUE,
            source text NOT NULL,
            source_position bigint NOT NULL,
            source_hash bytea NOT NULL,
            type text COLLATE "C" NOT NULL,
            time timestamptz NOT NULL,
            region text COLLATE "C" NOT NULL,
            subject text NOT NULL,
            traceparent text,
            data text NOT NULL,
            prevhash bytea NOT NULL,
            hash bytea NOT NULL,
            CONSTRAINT combined_events_source_key UNIQUE (source, source_position));
        CREATE INDEX IF NOT EXISTS combined_events_type_idx ON combined_log.events (type, position);
        CREATE INDEX IF NOT EXISTS combined_events_region_idx ON combined_log.events (region, position);
        """;
}
