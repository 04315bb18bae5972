using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>What a unit says to somebody who was pushed to it.</summary>
internal enum Uptake
{
    /// <summary>Nothing before the agreement.</summary>
    Silent,

    /// <summary>Invites, and offers an internship, which is accepted.</summary>
    Told,

    /// <summary>Takes somebody else.</summary>
    TurnedDown,
}

/// <summary>A unit feeds back what becomes of a person who was pushed to it (H9 §二(四)).</summary>
internal sealed class UptakeStory(World world, SimulatedUnit unit, Persona graduate)
{
    public async Task AnswerAsync(Uptake uptake, Guid applicationId, string? etag)
    {
        if (uptake == Uptake.TurnedDown)
        {
            await StepAsync(unit.Account, applicationId, "turn-down", new() { ["reason"] = "other_chosen" }, etag);
            return;
        }

        var invited = await StepAsync(unit.Account, applicationId, "invitation", new() { ["interviewOn"] = unit.StartsOn.AddDays(-4).Text() }, etag);
        var offered = await StepAsync(unit.Account, applicationId, "offer", new() { ["startsOn"] = unit.StartsOn.Text() }, invited.ETag);
        await StepAsync(graduate, applicationId, "acceptance", null, offered.ETag);
    }

    private Task<Reply> StepAsync(Persona who, Guid applicationId, string step, JsonObject? body, string? etag) => world.Platform.PostAsync(
        who, $"/api/internships/v1/applications/{applicationId}/{step}", body, $"application-{graduate.Person}-{step}", etag);
}
