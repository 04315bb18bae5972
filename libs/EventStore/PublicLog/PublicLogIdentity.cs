using System.Globalization;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>Whose public log it is; ids of its events follow from it.</summary>
/// <param name="Service">Lower-case name of the service, such as <c>internships</c>.</param>
public sealed record PublicLogIdentity(string Service)
{
    private readonly Guid _namespace = DerivedId.Create(DerivedId.UrlNamespace, $"/youthplatform/{Service}");

    /// <summary>The id of the public event at a position.</summary>
    public Guid IdAt(long position) => DerivedId.Create(_namespace, position.ToString(CultureInfo.InvariantCulture));
}
