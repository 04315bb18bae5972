using System.Text;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Some units send a file of the interns that they take on, instead of arranging each by itself.</summary>
internal sealed class InternFileStory(World world, SimulatedUnit unit)
{
    private const string Path = "/api/internships/v1/intern-imports";
    private const int Every = 4;
    private const int Remainder = 2;

    public static bool IsFor(SimulatedUnit unit) => unit.Number % Every == Remainder;

    /// <summary>Sends the file; then each agreement is signed.</summary>
    public async Task SendAsync()
    {
        var interns = unit.InternFile.OrderBy(intern => intern.ApplicationId).ToList();
        var (from, to) = (unit.StartsOn.Text(), unit.EndsOn.Text());
        var rows = interns.Select(intern =>
            $"{intern.ApplicationId},{from},{unit.Mentor},{SimulatedUnit.MentorPosition},{unit.InsurancePolicy},{from},{to}");
        var file = $"申请编号,见习开始日期,带教老师编号,带教老师岗位,保单号,保险起期,保险止期\n{string.Join('\n', rows)}\n";
        var import = await world.Platform.UploadAsync(unit.Account, Path, Encoding.UTF8.GetBytes(file), "text/csv");
        await ImportStory.CompletedAsync(world, unit.Account, Path, import.Id("importId"), interns.Count);
        foreach (var (applicationId, story) in interns)
        {
            var application = await world.Platform.GetAsync(unit.Account, $"/api/internships/v1/applications/{applicationId}");
            var placementId = application.Id("placementId");
            await story.SignAsync(placementId, await world.Platform.GetAsync(unit.Account, $"/api/internships/v1/placements/{placementId}"));
        }
    }
}
