using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What comes after an internship: every third unit employs its interns within the time that counts as retention (H9 §二(六)); for the others
/// help is asked for. Some units employ an intern early (H9 §三(一)), in some an intern gives up.
/// </summary>
internal sealed class EndStory(World world, SimulatedUnit unit)
{
    private const int RetainsEvery = 3;
    private const int DaysAfterTheEnd = 10;
    private const int LeavesEvery = 5;
    private const int DaysBeforeLeaving = 40;

    private static readonly DateOnly LastDay = new(2023, 12, 31);
    private static readonly DateOnly SettledOn = new(2023, 12, 18);

    private bool Retains => unit.Number % RetainsEvery == 0;

    public void Plan()
    {
        if (unit.Number % LeavesEvery >= LeavesEvery - 2)
        {
            var leaves = unit.StartsOn.AddDays(DaysBeforeLeaving);
            world.Agenda.On(leaves, () => LeaveAsync(unit.Interns.OrderBy(intern => intern.Person).Last(), leaves));
        }

        var day = unit.EndsOn.AddDays(DaysAfterTheEnd);
        if (day <= LastDay)
        {
            world.Agenda.On(day, () => Task.WhenAll(unit.Interns.Where(intern => !intern.HasLeft).Select(intern => AfterAsync(intern, day))));
            if (Retains && day < SettledOn)
            {
                world.Agenda.On(SettledOn, SettleAsync);
            }
        }
    }

    /// <summary>One is hired with a contract of a year or more, another gives up.</summary>
    private Task<Reply> LeaveAsync(SimulatedIntern intern, DateOnly day)
    {
        intern.HasLeft = true;
        var path = $"/api/internships/v1/placements/{intern.PlacementId}";
        var isHired = unit.Number % LeavesEvery == LeavesEvery - 1;
        foreach (var month in SubsidyMonths.Of(unit.StartsOn, unit.EndsOn).Where(month => isHired && month.To >= day))
        {
            world.Agenda.On(month.To.AddDays(1), () => ClaimHiredAsync(intern, month));
        }

        return isHired
            ? world.Platform.PostAsync(unit.Account, $"{path}/early-hire", Contract(day), $"placement-{intern.Person}-hire", intern.ETag)
            : world.Platform.PostAsync(
                unit.Account,
                $"{path}/early-end",
                new() { ["endedOn"] = day.Text(), ["reason"] = "personal" },
                $"placement-{intern.Person}-early-end",
                intern.ETag);
    }

    /// <summary>The subsidy of who was hired early runs on, as if the internship did (H9 §三(一)).</summary>
    private async Task ClaimHiredAsync(SimulatedIntern intern, SubsidyMonth month)
    {
        var (key, day) = ($"claim-hired-{intern.Person}-{month.Month}", month.To.AddDays(1));
        var claim = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/claims",
            new()
            {
                ["month"] = month.Month.ToString(), ["lines"] = new JsonArray(new JsonObject { ["placementId"] = intern.PlacementId.ToString() }),
            },
            key);
        if ((string)claim["lines"][0]!["payment"]! != "held")
        {
            throw new SimulationException($"The subsidy of an intern who was hired early does not run on: {claim.Body!.ToJsonString()}");
        }

        world.Agenda.On(day.AddDays(2), () => world.Platform.PostAsync(
            Persona.Official("approver", unit.Prefecture), $"/api/internships/v1/claims/{claim.Id("claimId")}/approval", null, $"{key}-approval", claim.ETag));
        new PayRunStory(world, unit.Prefecture, key).Plan(day.AddDays(3), bankRefuses: false);
    }

    /// <summary>Who retains half or more is paid the difference at once (H9 §三(一)).</summary>
    private async Task SettleAsync()
    {
        var key = $"settlement-{unit.Number}";
        var claim = await world.Platform.PostAsync(
            unit.Account, "/api/internships/v1/claims/settlements", new() { ["unitId"] = unit.UnitId.ToString(), ["year"] = SettledOn.Year }, key);
        if (claim["lines"].AsArray().All(line => (string)line!["payment"]! == "refused"))
        {
            throw new SimulationException($"A unit that retained its interns is paid no difference: {claim.Body!.ToJsonString()}");
        }

        world.Agenda.On(SettledOn.AddDays(1), () => world.Platform.PostAsync(
            Persona.Official("approver", unit.Prefecture), $"/api/internships/v1/claims/{claim.Id("claimId")}/approval", null, $"{key}-approval", claim.ETag));
        new PayRunStory(world, unit.Prefecture, key).Plan(SettledOn.AddDays(2), bankRefuses: false);
    }

    private Task<Reply> AfterAsync(SimulatedIntern intern, DateOnly day)
    {
        var path = $"/api/internships/v1/placements/{intern.PlacementId}";
        return Retains
            ? world.Platform.PostAsync(unit.Account, $"{path}/retention", Contract(day), $"placement-{intern.Person}-retention", intern.ETag)
            : world.Platform.PostAsync(unit.Account, $"{path}/follow-up", null, $"placement-{intern.Person}-follow-up", intern.ETag);
    }

    private static JsonObject Contract(DateOnly day) => new()
    {
        ["signedOn"] = day.Text(), ["from"] = day.Text(), ["to"] = null, ["insuredFrom"] = day.Text(),
    };
}
