namespace YouthPlatform.EventStore.Worker;

/// <summary>The one event of the worker.</summary>
/// <param name="Token">Unique to the append.</param>
public sealed record TokenWritten(string Token);
