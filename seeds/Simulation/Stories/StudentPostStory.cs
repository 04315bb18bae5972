using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A unit offers a post of the Sail plan to students at school, and reports how many came (扬帆计划, G3 §三(三)5).</summary>
internal sealed class StudentPostStory(World world, SimulatedUnit unit)
{
    private const string Path = "/api/internships/v1/posts";
    private const int Students = 3;

    private static readonly DateOnly Submitted = new(2023, 9, 11);
    private static readonly DateOnly Came = new(2023, 9, 18);

    private string Key => $"students-{unit.Number}";

    public void Plan() => world.Agenda.On(Submitted, SubmitAsync);

    private async Task SubmitAsync()
    {
        JsonObject post = new()
        {
            ["title"] = "企业实习生", ["category"] = unit.Category, ["openings"] = Students, ["months"] = 1, ["monthlyAllowance"] = Json.Money(0m), ["programme"] = "enterprise_internship",
        };
        var submitted = await world.Platform.PostAsync(unit.Account, Path, new() { ["unitId"] = unit.UnitId.ToString(), ["post"] = post }, Key);
        var path = $"{Path}/{submitted.Id("postId")}";
        world.Agenda.On(Submitted.AddDays(2), async () =>
        {
            var approved = await world.Platform.PostAsync(
                Persona.Official("reviewer", unit.Prefecture), $"{path}/approval", new() { ["isDemonstration"] = false }, $"{Key}-approval", submitted.ETag);
            world.Agenda.On(Came, () => world.Platform.PostAsync(
                unit.Account,
                $"{path}/students",
                new() { ["students"] = Students, ["from"] = Came.Text(), ["to"] = Came.AddDays(30).Text() },
                $"{Key}-report",
                approved.ETag));
        });
    }
}
