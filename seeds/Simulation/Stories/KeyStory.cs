using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>The ops team changes the vault's master key, and the secrets that payees' keys are wrapped by, in the middle of the year, while everybody goes on working.</summary>
internal sealed class KeyStory(World world)
{
    private const string OtherBody = "request.idempotency_key_reused";

    private static readonly (DateOnly Day, string Path, string Key)[] Changes =
    [
        (new(2023, 9, 20), $"{DeskStory.Api}/vault/master-key", "vault-master-key-2023"),
        (new(2023, 9, 21), $"{DeskStory.Api}/payee-accounts/master-key", "firm-payee-key-2023"),
        (new(2023, 9, 22), "/api/entrepreneurship/v1/payee-accounts/master-key", "payee-key-2023"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly Persona Ops = new("ops-team", "ops", "000000");

    public void Plan()
    {
        foreach (var (day, path, key) in Changes)
        {
            world.Agenda.On(day, () => ChangeAsync(path, key));
        }
    }

    private async Task ChangeAsync(string path, string key)
    {
        var keys = await world.Platform.GetAsync(Ops, path);
        var next = keys["configured"].AsArray().Select(id => (string)id!).Single(id => id != (string)keys["current"]!);

        // When the year is run again, the key that was current then is no longer: its answer was given for another one.
        await world.Platform.TryPostAsync(Ops, path, new JsonObject { ["keyId"] = next }, key, OtherBody);
        var started = TimeProvider.System.GetTimestamp();
        while ((await world.Platform.GetAsync(Ops, path))["retiring"].AsArray().Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException($"Something is still under the old key of {path}.");
            }

            await Task.Delay(Pause);
        }
    }
}
