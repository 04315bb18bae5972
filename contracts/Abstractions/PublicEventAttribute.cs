namespace YouthPlatform.Contracts.Abstractions;

/// <summary>Marks a contract: an event that leaves its service. Contracts hold primitives only and change only by addition.</summary>
/// <param name="type">CloudEvents type with version, such as <c>youthplatform.internships.subsidy_paid.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PublicEventAttribute(string type) : Attribute
{
    /// <summary>CloudEvents type with version.</summary>
    public string Type { get; } = type;
}
