using System.Text.Json.Nodes;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>
/// Makes data of an older version of a public type what it would be in the next one. What was published stays as it is; readers who ask for the latest versions get
/// it so.
/// </summary>
public interface IPublicUpcaster
{
    /// <summary>The older type, such as <c>youthplatform.internships.subsidy_paid.v1</c>.</summary>
    string From { get; }

    /// <summary>The next one, such as <c>youthplatform.internships.subsidy_paid.v2</c>.</summary>
    string To { get; }

    /// <summary>Makes the newer data. Pure: everything it needs is in the older one.</summary>
    /// <param name="data">Data of the older type; may be changed and returned.</param>
    JsonObject Upcast(JsonObject data);
}
