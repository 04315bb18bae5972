using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Whoever is paid by Entrepreneurship names an account, once; a reviewer reads it from the bank's letter and confirms it.</summary>
internal static class PayeeAccountStory
{
    private const string Path = "/api/entrepreneurship/v1/payee-accounts";

    public static async Task RegisterAsync(World world, Persona payee, string region)
    {
        var key = $"account-{payee.Subject}";
        var account = AccountOf(payee);
        world.Tally.AccountNamed((string)account["number"]!);
        var named = await world.Platform.PostAsync(payee, Path, new() { ["region"] = region, ["account"] = account.DeepClone() }, key);
        await world.Platform.PostAsync(
            Persona.Official("reviewer", region), $"{Path}/{named.Id("payeeId")}/confirmation", account, $"{key}-confirmation", named.ETag);
    }

    private static JsonObject AccountOf(Persona payee)
    {
        var number = BitConverter.ToUInt32(Derived.Id(payee.Subject).ToByteArray());
        return new() { ["bank"] = "示例银行营业部", ["holder"] = "示例收款人", ["number"] = $"430000{number:0000000000}" };
    }
}
