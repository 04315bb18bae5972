using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Somebody asks to be forgotten: a clerk notes it, an approver erases, and there is a receipt.</summary>
internal sealed class ErasureStory(World world, RegionCode prefecture)
{
    private static readonly DateOnly TakenIn = new(2023, 8, 10);
    private static readonly DateOnly Asked = new(2023, 9, 11);

    private readonly DeskStory _desk = new(world, prefecture);
    private readonly Persona _approver = Persona.Official("approver", prefecture.Value);

    public void Plan() => world.Agenda.On(TakenIn, async () =>
    {
        var person = await _desk.TakeInAsync(DeskPurpose.Erased);
        await _desk.CallAsync(person);
        world.Agenda.On(Asked, () => AskAsync(person));
    });

    private async Task AskAsync(Guid person)
    {
        var asked = await world.Platform.PostAsync(_desk.Clerk, $"{DeskStory.Api}/ledger/{person}/erasure", null, $"erasure-{person}");
        world.Agenda.On(Asked.AddDays(1), () => EraseAsync(person, $"{DeskStory.Api}/erasures/{asked.Id("erasureId")}", asked.ETag));
    }

    private async Task EraseAsync(Guid person, string path, string? etag)
    {
        await world.Platform.PostAsync(_approver, $"{path}/confirmation", null, $"erasure-{person}-confirmation", etag);
        var receipt = await world.Platform.GetAsync(_approver, path);
        if ((string)receipt["status"]! != "carried_out" || receipt["personIds"].AsArray().All(id => id.Id() != person))
        {
            throw new SimulationException($"The receipt of an erasure does not say that it was carried out: {receipt.Body!.ToJsonString()}");
        }
    }
}
