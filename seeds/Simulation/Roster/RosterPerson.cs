namespace YouthPlatform.Simulation.Roster;

/// <summary>A row of a generated roster, with the texts as they stand in the file. Nobody in it exists.</summary>
public sealed record RosterPerson(
    string Name,
    string CitizenId,
    string Phone,
    string School,
    string EducationLevel,
    string LeftSchoolOn,
    string HouseholdRegion,
    string ResidenceRegion,
    string Hardship);
