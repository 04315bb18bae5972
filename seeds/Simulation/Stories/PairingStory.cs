using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// The Youth League's pairing (G3 §三(三)1): a cadre helps a student of a low-income family with two fitting posts until there is work.
/// </summary>
internal sealed class PairingStory(World world, RegionCode prefecture)
{
    private static readonly DateOnly Begun = new(2023, 8, 16);
    private static readonly DateOnly Employed = new(2023, 10, 16);
    private static readonly string[] Posts = ["行政助理", "产品质检员"];

    private readonly DeskStory _desk = new(world, prefecture);

    public void Plan() => world.Agenda.On(Begun, BeginAsync);

    private async Task BeginAsync()
    {
        var person = await _desk.TakeInAsync(DeskPurpose.Paired);
        await _desk.CallAsync(person);
        var cadre = await world.Platform.PostAsync(
            _desk.Clerk,
            $"{DeskStory.Api}/cadres",
            new() { ["programme"] = "golden_bridge", ["unit"] = "示例学院团委", ["region"] = prefecture.Value },
            $"league-cadre-{prefecture}");
        var path = $"{DeskStory.Api}/cadres/{cadre.Id("cadreId")}/students";
        await world.Platform.PostAsync(
            _desk.Clerk, path, new() { ["personId"] = person.ToString(), ["doubleFirstClass"] = false }, $"league-{person}");
        foreach (var (number, title) in Posts.Index())
        {
            JsonObject job = new()
            {
                ["title"] = title, ["employer"] = "示例企业", ["region"] = prefecture.Value, ["reasons"] = new JsonArray("region", "pay"),
            };
            await world.Platform.PostAsync(_desk.Clerk, $"{path}/{person}/recommendations", new() { ["job"] = job }, $"league-{person}-{number}");
        }

        world.Agenda.On(Employed, async () =>
        {
            await _desk.EmployAsync(person);
            await world.Platform.PostAsync(_desk.Clerk, $"{path}/{person}/end", new() { ["reason"] = "employed" }, $"league-{person}-end");
        });
    }
}
