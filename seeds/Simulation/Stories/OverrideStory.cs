using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A check that failed for a good reason: a reviewer gives the reason, the province's approver confirms it (H9 §四(二)).</summary>
internal static class OverrideStory
{
    /// <summary>Passes a check over for the line that failed it.</summary>
    /// <returns>The claim afterwards.</returns>
    public static async Task<Reply> PassOverAsync(World world, SimulatedUnit unit, Reply claim, string check, string key)
    {
        var path = $"/api/internships/v1/claims/{claim.Id("claimId")}/overrides";
        var line = claim["lines"].AsArray().Single(line => (string)line!["payment"]! == "refused")!["line"]!.GetValue<int>();
        var proposed = await world.Platform.PostAsync(
            Persona.Official("reviewer", unit.Prefecture),
            path,
            new JsonObject { ["line"] = line, ["check"] = check, ["reason"] = "已提交医院诊断证明和请假单" },
            $"{key}-override",
            claim.ETag);
        var confirmed = await world.Platform.PostAsync(
            Persona.Official("approver", World.Hunan.Value),
            $"{path}/confirmation",
            new JsonObject { ["line"] = line, ["check"] = check },
            $"{key}-override-confirmation",
            proposed.ETag);
        return (string)confirmed["lines"].AsArray().Single(item => (int)item!["line"]! == line)!["payment"]! == "held"
            ? confirmed
            : throw new SimulationException($"A check was passed over and the line is still refused: {confirmed.Body!.ToJsonString()}");
    }
}
