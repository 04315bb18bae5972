using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An internship matching event took place (H9 §二(三)).</summary>
/// <param name="EventId">The event.</param>
/// <param name="Region">Region of the organiser, GB/T 2260.</param>
/// <param name="Kind">Code of the kind of event, such as <c>campus</c>.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="Units">Units that came.</param>
/// <param name="Openings">Openings that they brought.</param>
/// <param name="Visitors">People who came.</param>
/// <param name="Intentions">People who agreed with a unit at first sight.</param>
[PublicEvent("youthplatform.internships.matching_event_held.v1")]
public sealed record MatchingEventHeld(
    Guid EventId,
    string Region,
    string Kind,
    DateOnly HeldOn,
    int Units,
    int Openings,
    int Visitors,
    int Intentions);
