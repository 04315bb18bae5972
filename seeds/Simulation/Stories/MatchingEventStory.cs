using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Every prefecture holds its matching event of the quarter (H9 §二(三)); the first unit takes part in that of the third quarter.</summary>
internal sealed class MatchingEventStory(World world)
{
    private const string Path = "/api/internships/v1/matching-events";

    private static readonly DateOnly[] Held = [new(2023, 9, 8), new(2023, 11, 10)];

    public void Plan(string prefecture, SimulatedUnit unit)
    {
        foreach (var (day, quarter) in Held.Select((day, index) => (day, index)))
        {
            world.Agenda.On(day.AddDays(-14), () => PlanAsync(prefecture, day, quarter == 0 ? unit : null));
        }
    }

    /// <summary>The province sees that no prefecture owes its event of a quarter.</summary>
    public async Task RequireAllHeldAsync()
    {
        var watched = await world.Platform.GetAsync(Persona.Official("reviewer", World.Hunan.Value), $"{Path}?limit=500&from=2023-07-01");
        var held = watched["items"].AsArray().Count(item => (string)item!["status"]! == "held");
        if (held != world.Prefectures.Count * Held.Length)
        {
            throw new SimulationException($"{held} matching events are shown as held, {world.Prefectures.Count * Held.Length} were.");
        }
    }

    private async Task PlanAsync(string prefecture, DateOnly day, SimulatedUnit? unit)
    {
        var key = $"matching-{prefecture}-{day:yyyyMMdd}";
        var clerk = Persona.Official("clerk", prefecture);
        var planned = await world.Platform.PostAsync(
            clerk,
            Path,
            new() { ["region"] = prefecture, ["title"] = "就业见习专场对接会", ["kind"] = "campus", ["heldOn"] = day.Text(), ["venue"] = "示例大学体育馆" },
            key);
        var path = $"{Path}/{planned.Id("eventId")}";
        var etag = planned.ETag!;
        if (unit is not null)
        {
            var joined = await world.Platform.PostAsync(
                unit.Account,
                $"{path}/participants",
                new() { ["unitId"] = unit.UnitId.ToString(), ["postIds"] = new JsonArray(unit.PostId.ToString()) },
                $"{key}-{unit.Number}");
            etag = joined.ETag!;
        }

        world.Agenda.On(day, () => world.Platform.PostAsync(
            clerk,
            $"{path}/figures",
            new() { ["units"] = 12, ["openings"] = 60, ["visitors"] = 240, ["intentions"] = 35 },
            $"{key}-figures",
            etag));
    }
}
