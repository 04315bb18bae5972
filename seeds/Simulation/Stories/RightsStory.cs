using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Cases of graduates' rights with an order to rectify, and a random inspection whose results are published (H32 §二(十)23).</summary>
internal sealed class RightsStory(World world)
{
    private const string Path = "/api/graduate-tracking/v1";

    public void Plan()
    {
        foreach (var (prefecture, index) in world.Prefectures.Select((prefecture, index) => (prefecture.Code.Value, index)))
        {
            world.Agenda.On(new(2023, 8, 21), () => OpenAsync(prefecture, index));
        }

        world.Agenda.On(new(2023, 9, 5), () => InspectAsync(world.Prefectures[0].Code));
    }

    private async Task OpenAsync(string prefecture, int index)
    {
        var party = PartyOf(prefecture, 1);
        var opened = await world.Platform.PostAsync(
            Persona.Official("clerk", prefecture),
            $"{Path}/rights-cases",
            new()
            {
                ["region"] = prefecture, ["kind"] = "false_recruitment", ["source"] = "complaint", ["party"] = party, ["facts"] = "以招聘为名收取培训费",
            },
            $"rights-{prefecture}");
        var path = $"{Path}/rights-cases/{opened.Id("caseId")}";
        var investigated = await world.Platform.PostAsync(
            Persona.Official("clerk", prefecture),
            $"{path}/investigation",
            new() { ["findings"] = "收费属实", ["graduatesConcerned"] = 3 + index },
            $"rights-{prefecture}-investigation",
            opened.ETag);
        var concluded = await world.Platform.PostAsync(
            Persona.Official("approver", prefecture),
            $"{path}/conclusion",
            new() { ["outcome"] = "upheld", ["reason"] = "违反人力资源市场管理规定", ["order"] = "退还费用" },
            $"rights-{prefecture}-conclusion",
            investigated.ETag);
        world.Agenda.On(concluded["order"]["dueOn"].Date(), () => RectifyAsync(prefecture, path, party, concluded.ETag));
    }

    private async Task RectifyAsync(string prefecture, string path, string party, string? etag)
    {
        var reported = await world.Platform.PostAsync(
            Persona.HostUnit(party), $"{path}/rectification", new() { ["reason"] = "已全部退还" }, $"rights-{prefecture}-report", etag);
        await world.Platform.PostAsync(
            Persona.Official("reviewer", prefecture), $"{path}/rectification/confirmation", null, $"rights-{prefecture}-confirmation", reported.ETag);
    }

    private async Task InspectAsync(RegionCode prefecture)
    {
        var reviewer = Persona.Official("reviewer", prefecture.Value);
        JsonArray objects = [.. Enumerable.Range(1, 20).Select(number => new JsonObject { ["creditCode"] = PartyOf(prefecture.Value, number), ["isFocus"] = number <= 2 })];
        JsonArray inspectors = [.. Enumerable.Range(1, 5).Select(number => (JsonNode)Inspector(prefecture.Value, number).Subject)];
        var inspection = await world.Platform.PostAsync(
            reviewer,
            $"{Path}/rights-inspections",
            new() { ["region"] = prefecture.Value, ["period"] = "2023-09", ["objects"] = objects, ["inspectors"] = inspectors },
            "rights-inspection");
        var path = $"{Path}/rights-inspections/{inspection.Id("inspectionId")}";
        inspection = await world.Platform.PostAsync(reviewer, $"{path}/sample", null, "rights-inspection-sample", inspection.ETag);
        foreach (var drawn in inspection["sample"].AsArray())
        {
            var code = (string)drawn!["creditCode"]!;
            inspection = await world.Platform.PostAsync(
                new Persona((string)drawn["inspectors"]![0]!, "clerk", prefecture.Value),
                $"{path}/results",
                new() { ["creditCode"] = code, ["isClean"] = true },
                $"rights-inspection-{code}",
                inspection.ETag);
        }

        await world.Platform.PostAsync(Persona.Official("approver", prefecture.Value), $"{path}/publication", null, "rights-inspection-publication", inspection.ETag);
    }

    private static Persona Inspector(string prefecture, int number) => new($"inspector-{prefecture}-{number}", "clerk", prefecture);

    private string PartyOf(string prefecture, int number) =>
        CreditCode.Create(world.Policies.Regions.CountiesOf(RegionCode.Parse(prefecture))[0].Code, 7_000_000 + number).Value;
}
