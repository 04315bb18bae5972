using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>The desk of a prefecture: takes people in and does for them what every story of people needs.</summary>
internal sealed class DeskStory(World world, RegionCode prefecture)
{
    public const string Api = "/api/graduate-tracking/v1";

    private readonly DeskPeople _people = new(world.Policies.Regions);

    public Persona Clerk { get; } = Persona.Official("clerk", prefecture.Value);

    public Persona Reviewer { get; } = Persona.Official("reviewer", prefecture.Value);

    /// <summary>Takes a person in who comes with an identity card.</summary>
    /// <returns>The person's id.</returns>
    public async Task<Guid> TakeInAsync(DeskPurpose purpose)
    {
        var person = PersonOf(purpose);
        var taken = await world.Platform.PostAsync(
            Clerk,
            $"{Api}/intakes",
            new()
            {
                ["name"] = person.Name,
                ["citizenId"] = person.CitizenId,
                ["phone"] = person.Phone,
                ["school"] = person.School,
                ["educationLevel"] = person.EducationLevel,
                ["leftSchoolOn"] = person.LeftSchoolOn,
                ["householdRegion"] = person.HouseholdRegion,
                ["hardshipCategories"] = person.Hardship.Length > 0 ? new JsonArray(person.Hardship) : [],
                ["verification"] = "id_card",
                ["source"] = "service_desk",
            },
            $"intake-{prefecture}-{purpose}");
        return taken.Id("personId");
    }

    /// <summary>What a person's papers say.</summary>
    public RosterPerson PersonOf(DeskPurpose purpose) => _people.Of(prefecture, purpose);

    /// <summary>Calls a person who looks for work.</summary>
    public Task<Reply> CallAsync(Guid person) => StepAsync(
        person, "contacts", new() { ["channel"] = "phone", ["outcome"] = "reached", ["classification"] = "unemployed" }, $"call-{prefecture}-{person}");

    /// <summary>Gives advice on careers.</summary>
    public Task<Reply> AdviseAsync(Guid person) => world.Platform.PostAsync(
        Clerk, $"{Api}/assistance/{person}/services", new() { ["kind"] = "career_guidance" }, $"advice-{prefecture}-{person}");

    /// <summary>Takes a step on an entry as it is now.</summary>
    public async Task<Reply> StepAsync(Guid person, string step, JsonObject? body, string key)
    {
        var path = $"{Api}/ledger/{person}";
        return await world.Platform.PostAsync(Clerk, $"{path}/{step}", body, key, await VersionAsync(path));
    }

    /// <summary>A person says that there is work, and the tax office's data say so too.</summary>
    public async Task EmployAsync(Guid person)
    {
        var path = $"{Api}/destinations/{person}";
        var registered = await world.Platform.PostAsync(
            Persona.Graduate(person), path, new() { ["code"] = "flexible", ["from"] = "2023-10-09" }, $"destination-{person}");
        await world.Platform.PostAsync(
            Reviewer, $"{path}/verification", new() { ["source"] = "tax", ["reference"] = "GS-2023" }, $"destination-{person}-verified", registered.ETag);
    }

    /// <summary>
    /// Who repeats the year may find an entry gone from the desk's region; the answer that was given then is given again whatever the version.
    /// </summary>
    private async Task<string?> VersionAsync(string path)
    {
        try
        {
            return (await world.Platform.GetAsync(Clerk, path)).ETag;
        }
        catch (SimulationException gone) when (gone.Status == HttpStatusCode.NotFound)
        {
            return "\"0\"";
        }
    }
}
