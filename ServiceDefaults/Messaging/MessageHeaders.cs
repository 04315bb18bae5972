namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>Headers of a public event's message: the CloudEvents attributes that the body does not hold.</summary>
public static class MessageHeaders
{
    /// <summary>Position in the publisher's public log.</summary>
    public const string Sequence = "ce-sequence";

    /// <summary>GB/T 2260 code, six digits.</summary>
    public const string Region = "ce-region";

    /// <summary>What the event is about.</summary>
    public const string Subject = "ce-subject";

    /// <summary>When it happened, UTC with six decimals.</summary>
    public const string Time = "ce-time";

    /// <summary>CloudEvents type.</summary>
    public const string Type = "ce-type";

    /// <summary>W3C trace context of the request that led to the event.</summary>
    public const string TraceParent = "traceparent";
}
