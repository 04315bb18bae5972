using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Somebody tried to reach a person of the ledger (H32 §二(六)17). The person is an id.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry at that time, GB/T 2260.</param>
/// <param name="Channel"><c>phone</c>, <c>message</c>, <c>visit</c> or <c>service_desk</c>.</param>
/// <param name="Outcome"><c>reached</c>, <c>not_reached</c> or <c>wrong_number</c>.</param>
/// <param name="ContactedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.contact_made.v1")]
public sealed record ContactMade(Guid ContactId, Guid PersonId, string Region, string Channel, string Outcome, DateOnly ContactedOn);
