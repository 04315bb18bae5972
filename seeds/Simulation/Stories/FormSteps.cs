using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Steps on progress forms, each on the form as it is at that moment.</summary>
internal sealed class FormSteps(World world)
{
    private const string Forms = "/api/reporting/v1/forms/h32_progress";

    /// <summary>Who reviews for the province.</summary>
    public static Persona Reviewer { get; } = Persona.Official("reviewer", World.Hunan.Value);

    /// <summary>Who opens what was locked.</summary>
    public static Persona Approver { get; } = Persona.Official("approver", World.Hunan.Value);

    /// <summary>The form as its clerk sees it.</summary>
    public Task<Reply> ReadAsync(string prefecture, YearMonth month, string part = "") =>
        world.Platform.GetAsync(Persona.Official("clerk", prefecture), ReportingStory.Path(prefecture, month) + part);

    /// <summary>Takes a step.</summary>
    public async Task<Reply> TakeAsync(Persona who, string prefecture, YearMonth month, string step, JsonObject? body)
    {
        while (true)
        {
            var form = await ReadAsync(prefecture, month);
            try
            {
                return await world.Platform.PostAsync(
                    who, $"{ReportingStory.Path(prefecture, month)}/{step}", body?.DeepClone().AsObject(), $"form-{prefecture}-{month}-{step}", form.ETag);
            }
            catch (SimulationException refusal) when (refusal.Status == HttpStatusCode.PreconditionFailed)
            {
                // Another event arrived since the form was read.
            }
        }
    }

    /// <summary>Locks all approved forms of a month.</summary>
    public Task LockAllAsync(YearMonth month) => world.Platform.PostAsync(Reviewer, $"{Forms}/{month}/lock", null, $"forms-{month}-lock");

    /// <summary>How the prefectures stand for a month.</summary>
    public Task<Reply> CompletenessAsync(YearMonth month) => world.Platform.GetAsync(Reviewer, $"{Forms}/{month}/completeness");
}
