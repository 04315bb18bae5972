namespace YouthPlatform.EventStore.Subscriptions;

internal static class SubscriptionSchema
{
    public const string Sql = """
        CREATE SCHEMA IF NOT EXISTS log;
        CREATE TABLE IF NOT EXISTS log.subscriptions (
            name text PRIMARY KEY,
            position bigint NOT NULL DEFAULT 0,
            state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped')),
            error text,
            error_position bigint,
            updated_at timestamptz NOT NULL DEFAULT now());
        ALTER TABLE log.subscriptions ADD COLUMN IF NOT EXISTS is_external boolean NOT NULL DEFAULT false;
        ALTER TABLE log.subscriptions ADD COLUMN IF NOT EXISTS channel text NOT NULL DEFAULT 'log';
        CREATE TABLE IF NOT EXISTS log.subscription_skips (
            name text NOT NULL,
            position bigint NOT NULL,
            actor text NOT NULL,
            reason text NOT NULL,
            error text,
            skipped_at timestamptz NOT NULL,
            PRIMARY KEY (name, position, skipped_at));
        """;
}
