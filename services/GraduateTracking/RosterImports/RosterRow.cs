namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>A row of the file as it stands there. Personal data; it does not print itself.</summary>
internal sealed record RosterRow(
    long Number,
    string Name,
    string CitizenId,
    string Phone,
    string School,
    string EducationLevel,
    string LeftSchoolOn,
    string HouseholdRegion,
    string ResidenceRegion,
    string Hardship)
{
    public override string ToString() => $"row {Number} (hidden)";
}
