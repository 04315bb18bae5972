using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

/// <summary>Invented people for intakes.</summary>
internal static class Someone
{
    public static string CitizenId(int sequence, string region = "430104") =>
        Policy.CitizenId.Create(RegionCode.Parse(region), new(2001, 1, 1), sequence).Reveal();

    public static object Request(
        int sequence,
        string region = "430104",
        string name = "欧阳示例",
        string phone = "10012345678",
        string school = "示例大学",
        string? source = "service_desk",
        string? residence = null,
        string? unemployedSince = null) => new
        {
            name,
            citizenId = CitizenId(sequence),
            phone,
            school,
            educationLevel = "bachelor",
            leftSchoolOn = "2023-06-30",
            householdRegion = region,
            residenceRegion = residence,
            verification = "id_card",
            source,
            unemployedSince,
        };
}
