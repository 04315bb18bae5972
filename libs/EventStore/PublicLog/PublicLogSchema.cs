namespace YouthPlatform.EventStore.PublicLog;

internal static class PublicLogSchema
{
    public const string Name = "public_log";

    public const string Sql = """
        CREATE SCHEMA IF NOT EXISTS public_log;
        CREATE TABLE IF NOT EXISTS public_log.head (
            singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
            position bigint NOT NULL,
            hash bytea NOT NULL CHECK (octet_length(hash) = 32));
        INSERT INTO public_log.head (position, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS public_log.events (
            position bigint CONSTRAINT public_events_pkey PRIMARY KEY,
            id uuid NOT NULL CONSTRAINT public_events_id_key UNIQUE,
            source_position bigint NOT NULL,
            ordinal integer NOT NULL,
            type text COLLATE "C" NOT NULL,
            time timestamptz NOT NULL,
            region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
            subject text NOT NULL,
            traceparent text,
            data text NOT NULL,
            prevhash bytea NOT NULL,
            hash bytea NOT NULL,
            CONSTRAINT public_events_source_key UNIQUE (source_position, ordinal));
        CREATE INDEX IF NOT EXISTS public_events_type_idx ON public_log.events (type, position);
        CREATE INDEX IF NOT EXISTS public_events_region_idx ON public_log.events (region, position);
        """;
}
