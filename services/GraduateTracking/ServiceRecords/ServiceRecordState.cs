using System.Text.Json;
using System.Text.Json.Serialization;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>What never changes of a record.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Ledger">Code of its ledger.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="Publishes">CloudEvents type under which it is published; null for one that stays inside.</param>
internal sealed record ServiceIdentity(Guid RecordId, string Ledger, RegionCode Region, string? Publishes);

/// <summary>What was recorded.</summary>
/// <param name="On">Day on which it counts.</param>
/// <param name="Values">Values by field, in the order of the ledger's fields.</param>
/// <param name="Name">What no second record may be called; null where the ledger has no key.</param>
/// <param name="Checks">Named checks with the facts and rules they used.</param>
internal sealed record ServiceContent(
    DateOnly On, IReadOnlyDictionary<string, JsonElement> Values, string? Name, IReadOnlyList<NamedCheck> Checks)
{
    /// <summary>The values as they are stored.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(Values, EventTypes.Json);

    /// <summary>Whether the values are those of another content.</summary>
    public bool HasValuesOf(ServiceContent other) =>
        Values.Count == other.Values.Count
        && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && JsonElement.DeepEquals(value, pair.Value));
}

internal abstract record ServiceRecordState
{
    private ServiceRecordState()
    {
    }

    public sealed record NotRecorded : ServiceRecordState;

    public sealed record Recorded(ServiceIdentity Identity, ServiceContent Content) : ServiceRecordState;

    public sealed record Withdrawn(ServiceIdentity Identity, ServiceContent Content, string Reason) : ServiceRecordState;

    public ServiceIdentity IdentityOrThrow => this switch
    {
        Recorded s => s.Identity,
        Withdrawn s => s.Identity,
        _ => throw new InvalidOperationException("A record that was never made has no identity."),
    };
}
