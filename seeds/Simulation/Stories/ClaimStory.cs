using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A host unit reports each full month of its interns and claims it; one approves. Every so many units have an intern who was not paid, which
/// must be found.
/// </summary>
internal sealed class ClaimStory(World world, SimulatedUnit unit)
{
    /// <summary>Every so many units' first payment has a line that the bank refuses once.</summary>
    private const int RefusedEvery = 5;

    /// <summary>Every so many units do not pay one of their interns in the second month.</summary>
    private const int UnpaidEvery = 7;

    public void Plan()
    {
        var number = 0;
        foreach (var month in SubsidyMonths.Of(unit.StartsOn, unit.EndsOn))
        {
            number++;
            var bankRefuses = number == 1 && unit.Number % RefusedEvery == 0;
            var oneIsUnpaid = number == 2 && unit.Number % UnpaidEvery == 0;
            world.Agenda.On(month.To.AddDays(1), () => ClaimAsync(month, bankRefuses, oneIsUnpaid));
        }
    }

    private async Task ClaimAsync(SubsidyMonth month, bool bankRefuses, bool oneIsUnpaid)
    {
        var day = month.To.AddDays(1);
        var interns = unit.Interns.OrderBy(intern => intern.Person).ToList();
        foreach (var intern in interns)
        {
            await ReportAsync(intern, month, isPaid: !(oneIsUnpaid && intern == interns[0]));
        }

        var claim = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/claims",
            new()
            {
                ["month"] = month.Month.ToString(),
                ["lines"] = new JsonArray([.. interns.Select(intern => new JsonObject { ["placementId"] = intern.PlacementId.ToString() })]),
            },
            $"claim-{unit.Number}-{month.Month}");
        RequireFound(claim, oneIsUnpaid);
        world.Agenda.On(day.AddDays(2), () => world.Platform.PostAsync(
            Persona.Official("approver", unit.Prefecture),
            $"/api/internships/v1/claims/{claim.Id("claimId")}/approval",
            null,
            $"claim-{unit.Number}-{month.Month}-approval",
            claim.ETag));
        new PayRunStory(world, unit.Prefecture, $"{unit.Number}-{month.Month}").Plan(day.AddDays(3), bankRefuses);
    }

    private async Task ReportAsync(SimulatedIntern intern, SubsidyMonth month, bool isPaid)
    {
        var path = $"/api/internships/v1/placements/{intern.PlacementId}";
        var key = $"placement-{intern.Person}-{month.Month}";
        var days = world.Policies.Calendar.WorkingDaysBetween(month.From.AddDays(-1), month.To);
        var reported = await world.Platform.PostAsync(
            unit.Account, $"{path}/attendance", new() { ["month"] = month.Month.ToString(), ["daysPresent"] = days }, $"{key}-attendance", intern.ETag);
        intern.ETag = reported.ETag!;
        if (!isPaid)
        {
            return;
        }

        var paid = await world.Platform.PostAsync(
            unit.Account,
            $"{path}/allowances",
            new()
            {
                ["month"] = month.Month.ToString(),
                ["amount"] = Json.Money(1_800m),
                ["channel"] = "bank_card",
                ["paidOn"] = month.To.Text(),
                ["reference"] = $"A{month.Month}",
            },
            $"{key}-allowance",
            intern.ETag);
        intern.ETag = paid.ETag!;
    }

    /// <summary>The platform must find the one who was not paid, and nobody else.</summary>
    private static void RequireFound(Reply claim, bool oneIsUnpaid)
    {
        var refused = claim["lines"].AsArray().Count(line => (string)line!["payment"]! == "refused");
        if (refused != (oneIsUnpaid ? 1 : 0))
        {
            throw new SimulationException($"{refused} lines of a claim were refused: {claim.Body!.ToJsonString()}");
        }
    }
}
