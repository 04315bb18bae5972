namespace Aspire.Hosting;

/// <summary>The application is described wrongly or cannot be started; the message says what to do.</summary>
public sealed class DistributedApplicationException : Exception
{
    /// <summary>Creates the exception with a message for the person at the terminal.</summary>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }
}
