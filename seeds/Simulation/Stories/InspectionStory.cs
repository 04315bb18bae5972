using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A random inspection of the files that were subsidised (H9 §四(二)): announced, drawn, and found to be in order; one after a finding that the unit
/// could explain.
/// </summary>
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

        foreach (var (number, path) in opened.Select(inspection => $"/api/internships/v1/inspections/{inspection!["inspectionId"]}").Index())
        {
            JsonArray findings = number == 0 ? [new JsonObject { ["kind"] = "inflation", ["detail"] = "考勤表与门禁记录不一致" }] : [];
            var inspection = await world.Platform.GetAsync(Reviewer, path);
            var found = await world.Platform.PostAsync(
                Reviewer, $"{path}/findings", new() { ["findings"] = findings }, $"{Key}-{path[^36..]}", inspection.ETag);
            if (number == 0)
            {
                world.Agenda.On(Announced.AddDays(4), () => ReplyAsync(path, inspection.Id("unitId"), found.ETag!));
            }
        }
    }

    private async Task ReplyAsync(string path, Guid unitId, string etag)
    {
        var unitCode = (string)(await world.Platform.GetAsync(Reviewer, $"/api/internships/v1/host-units/{unitId}"))["creditCode"]!;
        var replied = await world.Platform.PostAsync(
            Persona.HostUnit(unitCode), $"{path}/reply", new() { ["reply"] = "当日外勤，已附外勤审批单" }, $"{Key}-reply", etag);
        world.Agenda.On(Announced.AddDays(5), () => world.Platform.PostAsync(
            Persona.Official("approver", _prefecture),
            $"{path}/conclusion",
            new() { ["annulments"] = new JsonArray(), ["reason"] = "申辩属实，予以采纳" },
            $"{Key}-conclusion",
            replied.ETag));
    }
}
