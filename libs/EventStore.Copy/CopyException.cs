namespace YouthPlatform.EventStore.Copy;

/// <summary>A copy that did not come about; the message says why and what to do. The database is as it was.</summary>
internal sealed class CopyException(string message) : Exception(message);
