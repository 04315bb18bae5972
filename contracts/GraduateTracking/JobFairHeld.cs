using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A job fair took place (H32 §二(四)10).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="Mode"><c>offline</c> or <c>online</c>.</param>
/// <param name="Scope">Code of the kind of fair, such as <c>specialised</c> or <c>comprehensive</c>.</param>
/// <param name="OnCampus">Whether it took place at a college (W62 §二(四)).</param>
/// <param name="Employers">Employers that took part.</param>
/// <param name="Openings">Openings that they offered.</param>
/// <param name="JobSeekers">Visits of job seekers.</param>
/// <param name="Intentions">People who agreed with an employer at first sight.</param>
[PublicEvent("youthplatform.graduate_tracking.job_fair_held.v1")]
public sealed record JobFairHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string Mode,
    string Scope,
    bool OnCampus,
    int Employers,
    int Openings,
    int JobSeekers,
    int Intentions);
