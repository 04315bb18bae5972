using System.Net.Sockets;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Tells a broken connection, after which nothing is known, from a refused statement, after which nothing was written.</summary>
internal static class Faults
{
    internal static bool IsOfConnection(Exception exception) => exception switch
    {
        // 57P01 to 57P03: the server ends the connection, restarts or is not up yet.
        PostgresException fault => fault.InvariantSeverity is "FATAL" or "PANIC"
            || fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            || fault.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or SocketException or ObjectDisposedException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The server refused a statement and the connection can be used again.</summary>
    internal static bool IsOfStatement(Exception exception) => exception is PostgresException && !IsOfConnection(exception);

    /// <summary>Faults that go away when the same is tried again, such as a deadlock with a subscription's transaction.</summary>
    internal static bool IsPassing(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    };

    /// <summary>A fault as the caller whose append it was gets to see it; the log's own order is none of its constraints.</summary>
    internal static Exception ForCaller(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } constraint,
    } fault && fault is not { SchemaName: "log", TableName: "events" or "streams" }
        ? new UniqueViolationException(constraint, exception)
        : exception;
}
