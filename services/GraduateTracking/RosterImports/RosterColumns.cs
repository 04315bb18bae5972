namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Columns of a roster.</summary>
internal static class RosterColumns
{
    public const string Name = "name";
    public const string CitizenId = "citizen_id";
    public const string Phone = "phone";
    public const string School = "school";
    public const string EducationLevel = "education_level";
    public const string LeftSchoolOn = "left_school_on";
    public const string HouseholdRegion = "household_region";
    public const string ResidenceRegion = "residence_region";
    public const string Hardship = "hardship";
}
