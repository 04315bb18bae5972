using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A unit finds that it reported too many days of an intern, after the month was paid. The platform proposes the correction by itself, an approver
/// approves it, and what was paid is kept back from the unit's next payments.
/// </summary>
internal sealed class CorrectionStory(World world, SimulatedUnit unit, SimulatedIntern intern)
{
    private const int DaysPresent = 4;

    private string Key => $"correction-{intern.Person}";

    public void Plan(Guid claimId, SubsidyMonth month, DateOnly day) => world.Agenda.On(day, () => CorrectAsync(claimId, month, day));

    private async Task CorrectAsync(Guid claimId, SubsidyMonth month, DateOnly day)
    {
        var corrected = await world.Platform.PostAsync(
            unit.Account,
            $"/api/internships/v1/placements/{intern.PlacementId}/attendance-corrections",
            new() { ["month"] = month.Month.ToString(), ["daysPresent"] = DaysPresent, ["reason"] = "与门禁记录核对，多报出勤" },
            Key,
            intern.ETag);
        intern.ETag = corrected.ETag!;
        world.Agenda.On(day.AddDays(1), () => ApproveAsync(claimId));
    }

    private async Task ApproveAsync(Guid claimId)
    {
        var approver = Persona.Official("approver", unit.Prefecture);
        var claim = await world.Platform.GetAsync(approver, $"/api/internships/v1/claims/{claimId}");
        var line = claim["lines"].AsArray().Single(line => line!["placementId"].Id() == intern.PlacementId)!;
        var path = $"/api/internships/v1/entitlements/{line["entitlementId"].Id()}";
        var entitlement = await world.Platform.GetAsync(approver, path);
        var approved = await world.Platform.PostAsync(approver, $"{path}/corrections/approval", null, $"{Key}-approval", entitlement.ETag);
        if ((string)approved["owed"]["amount"]! != "0.00")
        {
            throw new SimulationException($"A month without attendance is still owed: {approved.Body!.ToJsonString()}");
        }
    }
}
