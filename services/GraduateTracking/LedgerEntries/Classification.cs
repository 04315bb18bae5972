namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What a classification obliges to; the codes of classifications are data (<c>tracking.classification_duties</c>).</summary>
internal enum Duty
{
    WantsWork,
    WantsStartup,
    NoIntention,
    Employed,
    Settled,
}

/// <summary>What a person was found to be, and what shows it.</summary>
/// <param name="Code">Code of a classification.</param>
/// <param name="Duty">What it obliges to.</param>
/// <param name="EffectiveOn">China date from which it holds.</param>
/// <param name="Evidence">Code of <c>tracking.evidence_kinds</c>.</param>
/// <param name="Reference">Number of the document; never personal data.</param>
internal sealed record Classification(string Code, Duty Duty, DateOnly EffectiveOn, string Evidence, string? Reference);

/// <summary>What is known of a person without saying who it is.</summary>
/// <param name="EducationLevel">Code of the education level.</param>
/// <param name="LeftSchoolOn">Day the person left school.</param>
/// <param name="HardshipCategories">Codes of hardships that the source of the entry named.</param>
/// <param name="AgeOnOpening">Age in full years on the day of the entry.</param>
internal sealed record EntryFacts(string EducationLevel, DateOnly LeftSchoolOn, IReadOnlyList<string> HardshipCategories, int AgeOnOpening);
