namespace YouthPlatform.Testing;

/// <summary>A server that tests may use.</summary>
/// <param name="Address">Connection string, with the rights to create databases or virtual hosts.</param>
/// <param name="Management">Management API of a broker, with user and password.</param>
/// <param name="Lifetime">Ends the server when it is ours; null when it belongs to someone else.</param>
internal sealed record RunningServer(string Address, Uri? Management, IAsyncDisposable? Lifetime);
