using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Volunteers of the West plan were sent out (G3 §三(三)2).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="SentOn">China date.</param>
/// <param name="Programme"><c>national</c> or <c>local</c>.</param>
/// <param name="Volunteers">Volunteers.</param>
/// <param name="ServiceYears">Years of service.</param>
[PublicEvent("youthplatform.graduate_tracking.west_plan_volunteers_sent.v1")]
public sealed record WestPlanVolunteersSent(
    Guid RecordId,
    string Region,
    DateOnly SentOn,
    string Programme,
    int Volunteers,
    int ServiceYears);
