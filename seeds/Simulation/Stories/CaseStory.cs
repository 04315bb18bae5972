using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What a prefecture does for two of the people it has called: a hardship is recognized, a plan drawn up, a cadre paired with them, services are
/// given, the job-search allowance is paid; one of them finds work, as the verified destination shows (H32 §二(六)17, §二(九)21, §二(十)24).
/// </summary>
internal sealed class CaseStory(World world, string prefecture)
{
    private const string Api = "/api/graduate-tracking/v1";
    private const int PeopleHelped = 2;

    private static readonly DateOnly Begun = new(2023, 8, 7);
    private static readonly DateOnly Employed = new(2023, 9, 15);
    private static readonly string[] Posts = ["机电技术员", "社区工作者", "客户服务专员"];

    private readonly Persona _clerk = Persona.Official("clerk", prefecture);
    private readonly Persona _reviewer = Persona.Official("reviewer", prefecture);

    public void Plan()
    {
        world.Agenda.On(Begun, BeginAsync);
        new PayRunStory(world, prefecture, "job-search", "graduate-tracking").Plan(Begun.AddDays(2), bankRefuses: false);
    }

    private async Task BeginAsync()
    {
        var people = (await RosterStory.PeopleAsync(world, prefecture)).TakeLast(PeopleHelped).ToList();
        if (people.Count == 0)
        {
            return;
        }

        JsonObject cadre = new() { ["programme"] = "hardship", ["unit"] = "就业服务中心", ["region"] = prefecture };
        var registered = await PostAsync(_clerk, $"{Api}/cadres", cadre, $"cadre-{prefecture}");
        var path = $"{Api}/cadres/{registered.Id("cadreId")}/students";
        foreach (var person in people)
        {
            await RecognizeAsync(person);
            await PostAsync(_clerk, $"{Api}/plans/{person}", PlanOf(_clerk.Subject), $"plan-{person}");
            await PostAsync(_clerk, path, new() { ["personId"] = person.ToString() }, $"paired-{person}");
            await ServeAsync(person, $"{path}/{person}");
        }

        if (await LeftThisYearAsync(people[0]))
        {
            await AllowAsync(people[0]);
        }

        world.Agenda.On(Employed, () => SettleAsync(people[0], $"{path}/{people[0]}"));
    }

    /// <summary>The allowance is for the class of the year.</summary>
    private async Task<bool> LeftThisYearAsync(Guid person)
    {
        var entry = await world.Platform.GetAsync(_clerk, $"{Api}/ledger/{person}");
        return ((string)entry["entry"]["leftSchoolOn"]!).StartsWith("2023", StringComparison.Ordinal);
    }

    private async Task RecognizeAsync(Guid person)
    {
        var entry = await world.Platform.GetAsync(_clerk, $"{Api}/ledger/{person}");
        JsonObject hardship = new() { ["category"] = "poverty_lifted_family", ["evidence"] = "family_register", ["reference"] = "TP-2023" };
        await PostAsync(_reviewer, $"{Api}/ledger/{person}/hardships", hardship, $"hardship-{person}", entry.ETag);
    }

    private async Task ServeAsync(Guid person, string student)
    {
        await PostAsync(_clerk, $"{Api}/assistance/{person}/services", new() { ["kind"] = "career_guidance" }, $"guidance-{person}");
        await PostAsync(_clerk, $"{Api}/assistance/{person}/services", new() { ["kind"] = "skill_training" }, $"training-{person}");
        foreach (var (number, title) in Posts.Index())
        {
            await PostAsync(
                _clerk, $"{Api}/assistance/{person}/services", new() { ["kind"] = "job_recommendation", ["job"] = JobOf(title) }, $"post-{person}-{number}");
            var fitting = JobOf(title);
            fitting["reasons"] = new JsonArray("region", "education");
            await PostAsync(_clerk, $"{student}/recommendations", new() { ["job"] = fitting }, $"fit-{person}-{number}");
        }
    }

    private async Task AllowAsync(Guid person)
    {
        var path = $"{Api}/job-search-allowances/{person}";
        var entry = await world.Platform.GetAsync(_clerk, $"{Api}/ledger/{person}");
        JsonObject account = new() { ["number"] = DeskPeople.AccountOf(RegionCode.Parse(prefecture)) };
        await PostAsync(_clerk, $"{Api}/ledger/{person}/bank-account", account, $"account-{person}", entry.ETag);
        JsonObject body = new() { ["kind"] = "poverty_lifted_family", ["reference"] = "TP-2023", ["isCollegeInArea"] = true };
        var applied = await PostAsync(Persona.Graduate(person), path, body, $"allowance-{person}");
        world.Agenda.On(Begun.AddDays(1), () => world.Platform.PostAsync(
            Persona.Official("approver", prefecture, 2), $"{path}/approval", null, $"allowance-{person}-approval", applied.ETag));
    }

    private async Task SettleAsync(Guid person, string student)
    {
        var path = $"{Api}/destinations/{person}";
        var registered = await PostAsync(Persona.Graduate(person), path, new() { ["code"] = "flexible", ["from"] = "2023-09-11" }, $"destination-{person}");
        JsonObject match = new() { ["source"] = "tax", ["reference"] = "GS-2023" };
        await PostAsync(_reviewer, $"{path}/verification", match, $"destination-{person}-verified", registered.ETag);
        await PostAsync(_clerk, $"{student}/end", new() { ["reason"] = "employed" }, $"pairing-{person}-end");
    }

    private Task<Reply> PostAsync(Persona who, string path, JsonObject body, string key, string? etag = null) =>
        world.Platform.PostAsync(who, path, body, key, etag);

    private JsonObject JobOf(string title) => new() { ["title"] = title, ["employer"] = "示例企业", ["region"] = prefecture };

    private static JsonObject PlanOf(string responsible) => new()
    {
        ["responsible"] = responsible,
        ["steps"] = new JsonArray(
            new JsonObject { ["kind"] = "guidance", ["dueOn"] = "2023-08-31" }, new JsonObject { ["kind"] = "recommendation", ["dueOn"] = "2023-09-30" }),
    };
}
