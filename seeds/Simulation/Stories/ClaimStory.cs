using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A host unit claims each full month of its interns; one approves, another orders payment, the bank answers line by line.</summary>
internal sealed class ClaimStory(World world, SimulatedUnit unit)
{
    /// <summary>Every so many units' first claim has a line that the bank refuses once.</summary>
    private const int RefusedEvery = 5;

    private Persona Approver => Persona.Official("approver", unit.Prefecture);

    private Persona Payer => Persona.Official("payer", unit.Prefecture);

    public void Plan()
    {
        var isFirst = true;
        foreach (var month in SubsidyMonths.Of(unit.StartsOn, unit.EndsOn))
        {
            var bankRefuses = isFirst && unit.Number % RefusedEvery == 0;
            isFirst = false;
            world.Agenda.On(month.To.AddDays(1), () => ClaimAsync(month.Month, month.To.AddDays(1), bankRefuses));
        }
    }

    private async Task ClaimAsync(YearMonth month, DateOnly day, bool bankRefuses)
    {
        var claim = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/claims",
            new()
            {
                ["month"] = month.ToString(),
                ["lines"] = new JsonArray([.. unit.Interns.OrderBy(intern => intern.Person).Select(intern => new JsonObject
                {
                    ["placementId"] = intern.PlacementId.ToString(), ["allowancePaid"] = Json.Money(1_800m),
                })]),
            },
            $"claim-{unit.Number}-{month}");
        var key = $"claim-{unit.Number}-{month}";
        var path = $"/api/internships/v1/claims/{claim.Id("claimId")}";
        world.Agenda.On(day.AddDays(2), async () =>
        {
            var approved = await world.Platform.PostAsync(Approver, $"{path}/approval", null, $"{key}-approval", claim.ETag);
            world.Agenda.On(day.AddDays(3), () => OrderAsync(path, key, approved.ETag!, day.AddDays(4), bankRefuses));
        });
    }

    private async Task OrderAsync(string path, string key, string etag, DateOnly bankDay, bool bankRefuses)
    {
        var ordered = await world.Platform.PostAsync(Payer, $"{path}/payment-orders", null, $"{key}-order-{bankRefuses}", etag);
        world.Agenda.On(bankDay, () => AnswerAsync(path, key, ordered, bankDay, bankRefuses));
    }

    private async Task AnswerAsync(string path, string key, Reply ordered, DateOnly day, bool refusesFirst)
    {
        var lines = ordered["lines"].AsArray().Where(line => (string)line!["payment"]! == "ordered").Select(line => line!).ToList();
        if (lines.Count == 0)
        {
            throw new SimulationException($"Nothing was ordered: {ordered.Body!.ToJsonString()}");
        }

        var refused = refusesFirst ? lines[0] : null;
        var answered = await world.Platform.PostAsync(
            Payer,
            $"{path}/bank-results",
            new()
            {
                ["orderId"] = (string)lines[0]["orderId"]!,
                ["results"] = new JsonArray([.. lines.Select(line => Result(line, day, line == refused))]),
            },
            $"{key}-results-{refusesFirst}");
        foreach (var line in lines.Where(line => line != refused))
        {
            world.Tally.SubsidyPaid(unit.Prefecture, day, line["personId"].Id(), unit.UnitId);
        }

        if (refused is not null)
        {
            world.Agenda.On(day.AddDays(1), () => OrderAsync(path, key, answered.ETag!, day.AddDays(2), bankRefuses: false));
        }
    }

    private static JsonObject Result(JsonNode line, DateOnly day, bool isRefused)
    {
        var result = new JsonObject { ["line"] = (int)line["line"]!, ["outcome"] = isRefused ? "failed" : "paid", ["on"] = day.Text() };
        if (isRefused)
        {
            result["reason"] = "收款账号不符";
        }
        else
        {
            result["reference"] = $"B{day:yyyyMMdd}{(int)line["line"]!:0000}";
        }

        return result;
    }
}
