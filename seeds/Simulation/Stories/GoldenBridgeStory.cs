using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Colleges recommend projects, the provincial committee selects, closes and grants, the bank pays (G3 §三(三)3).</summary>
internal sealed class GoldenBridgeStory(World world, int projects)
{
    private const string Programme = "golden_bridge";
    private const string Path = "/api/entrepreneurship/v1";

    private static readonly DateOnly FirstRecommendation = new(2023, 3, 15);
    private static readonly DateOnly Selection = new(2023, 5, 10);
    private static readonly DateOnly Closing = new(2023, 5, 31);
    private static readonly DateOnly Proposal = new(2023, 6, 5);
    private static readonly DateOnly Approval = new(2023, 6, 8);
    private static readonly DateOnly Order = new(2023, 6, 12);
    private static readonly DateOnly BankDay = new(2023, 6, 15);

    // Six of eleven are in sectors that count towards the share.
    private static readonly string[] Sectors =
    [
        "hard_tech", "other", "rural_revitalisation", "other", "hard_tech", "rural_revitalisation",
        "other", "hard_tech", "other", "rural_revitalisation", "other",
    ];

    private readonly Persona _committee = Persona.Official("provincial_committee", World.Hunan.Value);

    public void Plan()
    {
        for (var i = 0; i < projects; i++)
        {
            var number = i;
            world.Agenda.On(FirstRecommendation.AddDays(number % 20), () => RecommendAsync(number));
        }

        world.Agenda.On(Closing, CloseAsync);
    }

    private async Task RecommendAsync(int number)
    {
        var prefecture = world.Prefectures[number % world.Prefectures.Count].Code.Value;
        var recommended = await world.Platform.PostAsync(
            Persona.Official("college_committee", prefecture),
            $"{Path}/projects",
            new()
            {
                ["programme"] = Programme,
                ["title"] = $"示例创业项目{number + 1}",
                ["sector"] = Sectors[number % Sectors.Length],
                ["region"] = prefecture,
                ["leaderId"] = Derived.Id($"leader-{number}").ToString(),
                ["leaderStanding"] = "student",
            },
            $"project-{number}");
        var path = $"{Path}/projects/{recommended.Id("projectId")}";
        world.Agenda.On(Selection, async () =>
        {
            var selected = await StepAsync(_committee, $"{path}/selection", null, number, recommended);
            world.Agenda.On(Proposal, () => GrantAsync(path, number, selected));
        });
    }

    private async Task CloseAsync()
    {
        var programme = await world.Platform.GetAsync(_committee, $"{Path}/programmes/{Programme}");
        await world.Platform.PostAsync(_committee, $"{Path}/programmes/{Programme}/closing", null, $"programme-{Programme}-closing", programme.ETag);
    }

    private async Task GrantAsync(string path, int number, Reply selected)
    {
        var amount = Json.Money(5_000m + (number % 4 * 5_000m));
        var proposed = await StepAsync(_committee, $"{path}/grant", new() { ["amount"] = amount }, number, selected);
        world.Agenda.On(Approval, async () =>
        {
            var granted = await StepAsync(Persona.Official("approver", World.Hunan.Value), $"{path}/grant/approval", null, number, proposed);
            world.Agenda.On(Order, () => PayAsync(path, number, granted));
        });
    }

    private async Task PayAsync(string path, int number, Reply granted)
    {
        var payer = Persona.Official("payer", World.Hunan.Value);
        var ordered = await StepAsync(payer, $"{path}/grant/payments", null, number, granted);
        world.Agenda.On(BankDay, () => StepAsync(
            payer,
            $"{path}/grant/bank-results",
            new() { ["paymentId"] = (string)ordered["paymentId"]!, ["outcome"] = "paid", ["on"] = BankDay.Text() },
            number,
            ordered));
    }

    private Task<Reply> StepAsync(Persona who, string path, JsonObject? body, int number, Reply before) =>
        world.Platform.PostAsync(who, path, body, $"project-{number}-{path[(path.LastIndexOf('/') + 1)..]}", before.ETag);
}
