using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>The ops team changes the vault's master key in the middle of the year, while everybody goes on working.</summary>
internal sealed class VaultKeyStory(World world)
{
    private const string Path = $"{DeskStory.Api}/vault/master-key";
    private const string Key = "vault-master-key-2023";
    private const string OtherBody = "request.idempotency_key_reused";

    private static readonly DateOnly Changed = new(2023, 9, 20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly Persona Ops = new("ops-team", "ops", "000000");

    public void Plan() => world.Agenda.On(Changed, ChangeAsync);

    private async Task ChangeAsync()
    {
        var keys = await world.Platform.GetAsync(Ops, Path);
        var next = keys["configured"].AsArray().Select(id => (string)id!).Single(id => id != (string)keys["current"]!);

        // When the year is run again, the key that was current then is no longer: its answer was given for another one.
        await world.Platform.TryPostAsync(Ops, Path, new JsonObject { ["keyId"] = next }, Key, OtherBody);
        var started = TimeProvider.System.GetTimestamp();
        while ((await world.Platform.GetAsync(Ops, Path))["retiring"].AsArray().Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException("People are still under the vault's old key.");
            }

            await Task.Delay(Pause);
        }
    }
}
