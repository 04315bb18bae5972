using System.ComponentModel;
using YouthPlatform.GraduateTracking.LedgerEntries;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>Body of <c>POST /v1/intakes</c> and of <c>POST /v1/self-registrations</c>. Does not print itself.</summary>
internal sealed record IntakeRequest(
    string Name,
    [property: Description("GB 11643-1999, 18 characters")] string CitizenId,
    string? Phone,
    string School,
    [property: Description("Code or name of person.education_levels")] string EducationLevel,
    DateOnly LeftSchoolOn,
    [property: Description("County of the household, GB/T 2260")] string HouseholdRegion,
    [property: Description("Code of intake.identity_verifications")] string Verification,
    string? ResidenceRegion = null,
    string? JobSearchRegion = null,
    IReadOnlyList<string>? HardshipCategories = null,
    [property: Description("service_desk or home_visit; left out by portals")] EntrySource? Source = null,
    [property: Description("Day of the unemployment registration, where the person registers as unemployed too")] DateOnly? UnemployedSince = null)
{
    public static object Example { get; } = new
    {
        name = "示例人",
        citizenId = "430104200101010013",
        phone = "10012345678",
        school = "示例大学",
        educationLevel = "bachelor",
        leftSchoolOn = "2023-06-30",
        householdRegion = "430104",
        residenceRegion = "430105",
        hardshipCategories = new[] { "disabled" },
        verification = "id_card",
        source = "service_desk",
    };

    public string Field(string name) => name switch
    {
        IntakeFields.Name => Name.Trim(),
        IntakeFields.CitizenId => CitizenId.Trim(),
        IntakeFields.Phone => Phone?.Trim() ?? "",
        IntakeFields.School => School.Trim(),
        IntakeFields.EducationLevel => EducationLevel,
        IntakeFields.LeftSchoolOn => LeftSchoolOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IntakeFields.HouseholdRegion => HouseholdRegion,
        IntakeFields.ResidenceRegion => ResidenceRegion ?? "",
        IntakeFields.JobSearchRegion => JobSearchRegion ?? "",
        IntakeFields.Hardship => string.Join(';', HardshipCategories ?? []),
        _ => "",
    };

    /// <summary>Keeps personal data out of logs that print requests.</summary>
    public override string ToString() => "intake (hidden)";
}

/// <summary>Answer to an intake.</summary>
/// <param name="IntakeId">The intake.</param>
/// <param name="PersonId">The person; null where the entry is of a region that the caller does not answer for.</param>
/// <param name="Outcome"><c>opened</c>, <c>known</c>, or <c>known_elsewhere</c>.</param>
internal sealed record IntakeAnswer(Guid IntakeId, Guid? PersonId, string Outcome);
