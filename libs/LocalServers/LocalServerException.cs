namespace YouthPlatform.LocalServers;

/// <summary>A local server could not be started or used. The message says what to do, and quotes the server's last log lines.</summary>
public sealed class LocalServerException : Exception
{
    /// <summary>Creates the exception with a message for the person at the terminal.</summary>
    public LocalServerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public LocalServerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
