using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Every so many units name no account when they apply: what they are owed is held back by name until a reviewer has confirmed one, and paid then.
/// </summary>
internal sealed class AccountStory(World world, SimulatedUnit unit)
{
    private const int LateEvery = 9;
    private const int LateRemainder = 4;

    /// <summary>After the first claims of these units were approved, and the prefecture's other units were paid.</summary>
    private static readonly DateOnly Asked = new(2023, 10, 9);

    public static bool IsLate(SimulatedUnit unit) => unit.Number % LateEvery == LateRemainder;

    public static JsonObject AccountOf(SimulatedUnit unit) => new()
    {
        ["bank"] = $"示例银行{unit.County.Name}支行", ["name"] = unit.Name, ["number"] = $"43{unit.Number:0000000000}",
    };

    public void Plan()
    {
        if (IsLate(unit))
        {
            world.Agenda.On(Asked, ProposeAsync);
        }
    }

    private async Task ProposeAsync()
    {
        var path = $"/api/internships/v1/host-units/{unit.UnitId}";
        var known = await world.Platform.GetAsync(unit.Account, path);
        var held = await world.Platform.GetAsync(
            Persona.Official("clerk", unit.Prefecture), $"/api/internships/v1/entitlements?status=held&payee={unit.UnitId}");
        if (known.Body!["bankAccount"] is null && !held["items"].AsArray().Any(item => (string?)item!["hold"]!["code"] == "payee.account_missing"))
        {
            throw new SimulationException($"What is owed to a unit without an account is not held back by name: {held.Body!.ToJsonString()}");
        }

        var proposed = await world.Platform.PostAsync(unit.Account, $"{path}/bank-account", AccountOf(unit), $"account-{unit.Number}", known.ETag);
        world.Agenda.On(Asked.AddDays(1), () => world.Platform.PostAsync(
            Persona.Official("reviewer", unit.Prefecture), $"{path}/bank-account/confirmation", null, $"account-{unit.Number}-confirmation", proposed.ETag));
        new PayRunStory(world, unit.Prefecture, $"account-{unit.Number}").Plan(Asked.AddDays(2), bankRefuses: false);
    }
}
