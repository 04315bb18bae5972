using System.Net;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Entries go where their people are (H32 §二(六)17): one to another prefecture for good, one for some months, after which it is back by itself, and
/// one is not taken over.
/// </summary>
internal sealed class TransferStory(World world, RegionCode prefecture, RegionCode other)
{
    private static readonly DateOnly TakenIn = new(2023, 8, 11);
    private static readonly DateOnly Proposed = new(2023, 8, 14);
    private static readonly DateOnly LentUntil = new(2023, 10, 31);

    private readonly DeskStory _desk = new(world, prefecture);
    private readonly DeskStory _otherDesk = new(world, other);

    public void Plan()
    {
        world.Agenda.On(TakenIn, async () =>
        {
            await MoveAsync(await _desk.TakeInAsync(DeskPurpose.Moving), null, AcceptAsync);
            await MoveAsync(await _desk.TakeInAsync(DeskPurpose.Lent), LentUntil, LendAsync);
            await MoveAsync(await _desk.TakeInAsync(DeskPurpose.Staying), null, RefuseAsync);
        });
    }

    private Task MoveAsync(Guid person, DateOnly? until, Func<Guid, string, Task> answer)
    {
        world.Agenda.On(Proposed, async () =>
        {
            var county = world.Policies.Regions.CountiesOf(other)[0].Code.Value;
            var proposed = await _desk.StepAsync(
                person, "transfers", new() { ["to"] = county, ["place"] = until is null ? "residence" : "job_search", ["until"] = until?.Text() }, $"transfer-{person}");
            world.Agenda.On(Proposed.AddDays(1), () => answer(person, $"{DeskStory.Api}/ledger/{person}/transfers/{proposed.Id("transferId")}"));
        });
        return Task.CompletedTask;
    }

    private async Task AcceptAsync(Guid person, string path)
    {
        await world.Platform.PostAsync(_otherDesk.Clerk, $"{path}/acceptance", null, $"transfer-{person}-acceptance");
        await World.RefusedAsync(() => world.Platform.GetAsync(_desk.Clerk, $"{DeskStory.Api}/ledger/{person}"), HttpStatusCode.NotFound);
        await _otherDesk.CallAsync(person);
    }

    private async Task LendAsync(Guid person, string path)
    {
        await AcceptAsync(person, path);
        world.Agenda.On(LentUntil.AddDays(1), async () =>
        {
            await World.RefusedAsync(() => world.Platform.GetAsync(_otherDesk.Clerk, $"{DeskStory.Api}/ledger/{person}"), HttpStatusCode.NotFound);
            await _desk.CallAsync(person);
        });
    }

    private Task RefuseAsync(Guid person, string path) => world.Platform.PostAsync(
        _otherDesk.Clerk, $"{path}/refusal", new() { ["reason"] = "not_here" }, $"transfer-{person}-refusal");
}
