using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A random inspection of the files that were subsidised (H9 §四(二)): announced, drawn, and found to be in order.</summary>
internal sealed class InspectionStory(World world)
{
    private const string Key = "inspection";

    private static readonly DateOnly Announced = new(2023, 12, 4);

    private readonly string _prefecture = world.Prefectures[0].Code.Value;

    private Persona Reviewer => Persona.Official("reviewer", _prefecture);

    public void Plan() => world.Agenda.On(Announced, AnnounceAsync);

    private async Task AnnounceAsync()
    {
        var announced = await world.Platform.PostAsync(
            Reviewer,
            "/api/internships/v1/inspection-draws",
            new() { ["region"] = _prefecture, ["from"] = "2023-09", ["to"] = "2023-11" },
            Key);
        world.Agenda.On(Announced.AddDays(1), () => DrawAsync(announced));
    }

    private async Task DrawAsync(Reply announced)
    {
        var drawn = await world.Platform.PostAsync(
            Reviewer, $"/api/internships/v1/inspection-draws/{announced.Id("drawId")}/sample", null, $"{Key}-sample", announced.ETag);
        var files = drawn["population"].AsArray().Sum(unit => unit!["placements"]?.AsArray().Count ?? 0);
        if (drawn["sample"].AsArray() is not { Count: > 0 } sample)
        {
            throw new SimulationException($"Nothing was drawn of {files} files: {drawn.Body!.ToJsonString()}");
        }

        world.Agenda.On(Announced.AddDays(2), () => InspectAsync(sample.Count));
    }

    private async Task InspectAsync(int drawn)
    {
        var opened = (await world.Platform.GetAsync(Reviewer, "/api/internships/v1/inspections?limit=500"))["items"].AsArray();
        if (opened.Count != drawn)
        {
            throw new SimulationException($"{drawn} files were drawn, {opened.Count} inspections were opened.");
        }

        foreach (var path in opened.Select(inspection => $"/api/internships/v1/inspections/{inspection!["inspectionId"]}"))
        {
            var inspection = await world.Platform.GetAsync(Reviewer, path);
            await world.Platform.PostAsync(
                Reviewer, $"{path}/findings", new() { ["findings"] = new JsonArray() }, $"{Key}-{path[^36..]}", inspection.ETag);
        }
    }
}
