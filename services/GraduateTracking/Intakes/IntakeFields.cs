namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>What an intake says of a person: columns of files, and members of requests.</summary>
internal static class IntakeFields
{
    public const string Name = "name";
    public const string CitizenId = "citizen_id";
    public const string Phone = "phone";
    public const string School = "school";
    public const string EducationLevel = "education_level";
    public const string LeftSchoolOn = "left_school_on";
    public const string HouseholdRegion = "household_region";
    public const string ResidenceRegion = "residence_region";
    public const string JobSearchRegion = "job_search_region";
    public const string Hardship = "hardship";
    public const string RegisteredOn = "registered_on";
    public const string EndedOn = "ended_on";
}
