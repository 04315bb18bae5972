using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A founder applies for the one-off subsidy of a first firm (H32 §二(三)7); the prefecture's pay run pays it.</summary>
internal sealed class FirstFirmStory(World world, RegionCode prefecture, int number)
{
    private const string Path = "/api/entrepreneurship/v1/first-firms";
    private const int SerialsFrom = 910_000;

    private static readonly DateOnly Applied = new(2023, 9, 11);

    public void Plan() => world.Agenda.On(Applied, ApplyAsync);

    private async Task ApplyAsync()
    {
        var key = $"first-firm-{prefecture}";
        var applied = await world.Platform.PostAsync(
            Persona.Graduate(Derived.Id($"founder-{number}")),
            Path,
            new()
            {
                ["region"] = prefecture.Value,
                ["firmCode"] = CreditCode.Create(world.Policies.Regions.CountiesOf(prefecture)[0].Code, SerialsFrom + number).Value,
                ["registeredOn"] = "2023-02-15",
                ["leftSchoolOn"] = "2022-06-30",
                ["isFirst"] = true,
            },
            key);
        var path = $"{Path}/{applied.Id("applicationId")}";
        var confirmed = await world.Platform.PostAsync(
            Persona.Official("reviewer", prefecture.Value), $"{path}/confirmation", new() { ["evidence"] = "市场主体登记查询，无在先登记" }, $"{key}-confirmation", applied.ETag);
        world.Agenda.On(Applied.AddDays(1), () => world.Platform.PostAsync(
            Persona.Official("approver", prefecture.Value, 2), $"{path}/approval", null, $"{key}-approval", confirmed.ETag));
    }
}
