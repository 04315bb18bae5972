namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

internal static class SubscriberSchema
{
    public const string Sql = """
        CREATE SCHEMA IF NOT EXISTS feeds;
        CREATE TABLE IF NOT EXISTS feeds.subscribers (
            name text PRIMARY KEY,
            kind text NOT NULL,
            address text,
            types text[] NOT NULL,
            regions text[] NOT NULL,
            start bigint NOT NULL,
            secret_version integer NOT NULL DEFAULT 1,
            state text NOT NULL,
            reason text,
            changed_by text NOT NULL,
            changed_at timestamptz NOT NULL);
        CREATE TABLE IF NOT EXISTS feeds.attempts (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            subscriber text NOT NULL REFERENCES feeds.subscribers,
            first bigint NOT NULL,
            last bigint NOT NULL,
            events integer NOT NULL,
            at timestamptz NOT NULL,
            milliseconds integer NOT NULL,
            succeeded boolean NOT NULL,
            outcome text NOT NULL);
        CREATE INDEX IF NOT EXISTS attempts_subscriber_idx ON feeds.attempts (subscriber, id);
        """;
}
