using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Somebody has two entries, since the citizen id was written down wrongly once. The platform suspects it; by turns an officer merges them, takes the
/// merge back later, or finds that they are two people (one entry a person: H32 §二(六)17).
/// </summary>
internal sealed class TwinStory(World world, RegionCode prefecture, int number)
{
    private const string Cases = $"{DeskStory.Api}/duplicates";
    private const int Turns = 3;
    private const int Undone = 1;
    private const int Different = 2;

    private static readonly string[] Statuses = ["open", "same", "different"];
    private static readonly DateOnly TakenIn = new(2023, 8, 9);
    private static readonly DateOnly Decided = new(2023, 9, 6);
    private static readonly DateOnly TakenBack = new(2023, 10, 11);

    private readonly DeskStory _desk = new(world, prefecture);

    public void Plan() => world.Agenda.On(TakenIn, TakeInAsync);

    private async Task TakeInAsync()
    {
        var first = await _desk.TakeInAsync(DeskPurpose.Twin);
        var second = await _desk.TakeInAsync(DeskPurpose.TwinAgain);
        foreach (var person in new[] { first, second })
        {
            await _desk.CallAsync(person);
            await _desk.AdviseAsync(person);
        }

        world.Agenda.On(Decided, () => DecideAsync(first, second));
    }

    private async Task DecideAsync(Guid first, Guid second)
    {
        var found = await FindAsync(first, second);
        if (number % Turns == Different)
        {
            await StepAsync(found, "different", new() { ["reason"] = "documents_differ" });
            return;
        }

        await StepAsync(found, "same", new() { ["survivorId"] = first.ToString(), ["reason"] = "same_person_id_corrected" });
        if (number % Turns == Undone)
        {
            world.Agenda.On(TakenBack, () => StepAsync(found, "undo", new() { ["reason"] = "persons_confirmed_different" }));
        }
    }

    private async Task<Guid> FindAsync(Guid first, Guid second)
    {
        foreach (var status in Statuses)
        {
            var cases = (await world.Platform.GetAsync(_desk.Clerk, $"{Cases}?region={prefecture}&status={status}&limit=500"))["items"].AsArray();
            if (cases.FirstOrDefault(item => item!["firstPersonId"].Id() == first && item["secondPersonId"].Id() == second) is { } found)
            {
                return found["caseId"].Id();
            }
        }

        throw new SimulationException($"{prefecture}: two entries with the same name, birth day and telephone are not suspected to be of one person.");
    }

    private async Task StepAsync(Guid caseId, string step, JsonObject body)
    {
        var shown = await world.Platform.GetAsync(_desk.Clerk, $"{Cases}/{caseId}");
        await world.Platform.PostAsync(_desk.Clerk, $"{Cases}/{caseId}/{step}", body, $"duplicate-{caseId}-{step}", shown.ETag);
    }
}
