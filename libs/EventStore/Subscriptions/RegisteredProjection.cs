namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>A projection as the service registered it.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="IsInline">Whether its rows commit with the events instead of following them.</param>
public sealed record RegisteredProjection(IProjection Projection, bool IsInline);
