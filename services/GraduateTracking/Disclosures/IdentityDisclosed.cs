namespace YouthPlatform.GraduateTracking.Disclosures;

/// <summary>Audit entry: somebody was shown who a person is. Recorded before it is shown; the actor is in the event's metadata too.</summary>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County of the entry at that time.</param>
/// <param name="Purpose">What for.</param>
/// <param name="DisclosedTo">Account of the caller.</param>
/// <param name="DisclosedAt">Instant, UTC.</param>
internal sealed record IdentityDisclosed(
    Guid DisclosureId, Guid PersonId, string Region, DisclosurePurpose Purpose, string DisclosedTo, DateTimeOffset DisclosedAt)
{
    public static string StreamOf(Guid disclosureId) => $"disclosure-{disclosureId}";
}

/// <summary>What an official may see personal data for. A code, so that no free text can carry personal data into the log.</summary>
internal enum DisclosurePurpose
{
    Contact,
    Verification,
    Assistance,
    Complaint,
    Audit,
}
