namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Roles of which a route asks for one, for its description.</summary>
/// <param name="AnyOf">Names of roles.</param>
public sealed record RequiredRoles(IReadOnlyList<string> AnyOf);
