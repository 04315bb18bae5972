namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>Somebody was taken in at a desk, on a home visit or over a portal: who did it, and what came of it.</summary>
/// <param name="IntakeId">The intake.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Region">County that the person's facts lead to.</param>
/// <param name="Source">How the person was found.</param>
/// <param name="Verification">How the identity was verified: a code of the pack's list <c>intake.identity_verifications</c>.</param>
/// <param name="WasKnown">Whether the person had an entry already.</param>
/// <param name="TakenBy">Account.</param>
/// <param name="TakenOn">China date.</param>
internal sealed record PersonTakenIn(
    Guid IntakeId,
    Guid PersonId,
    string Region,
    LedgerEntries.EntrySource Source,
    string Verification,
    bool WasKnown,
    string TakenBy,
    DateOnly TakenOn)
{
    public static string StreamOf(Guid intakeId) => $"intake-{intakeId}";
}
