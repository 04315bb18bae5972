namespace YouthPlatform.ServiceDefaults;

/// <summary>Which process this is.</summary>
/// <param name="Name">Lower-case name, such as <c>internships</c>.</param>
public sealed record ServiceIdentity(string Name)
{
    /// <summary>The CloudEvents source of this service's public events.</summary>
    public string Source => $"/youthplatform/{Name}";
}
