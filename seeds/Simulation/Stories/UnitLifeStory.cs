using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A unit whose application is returned, corrected, left lying until the level above takes it over (H9 §二(四)); which becomes a base, is
/// suspended for a while, and leaves the programme. The platform must refuse what is not anybody's to decide.
/// </summary>
internal sealed class UnitLifeStory(World world)
{
    private const int CreditNumber = 9_001;
    private const string Key = "unit-life";
    private const string ReturnedTitle = "见习岗位";

    private static readonly DateOnly Applied = new(2023, 7, 26);
    private static readonly DateOnly Suspended = new(2023, 9, 11);

    private readonly Region _prefecture = world.Prefectures[1];

    private string _path = "";
    private Guid _postId;

    private Region County => world.Policies.Regions.CountiesOf(_prefecture.Code)[0];

    private CreditCode Code => CreditCode.Create(County.Code, CreditNumber);

    private Persona Account => Persona.HostUnit(Code.Value);

    private Persona Reviewer => Persona.Official("reviewer", _prefecture.Code.Value);

    private static Persona Province => Persona.Official("reviewer", World.Hunan.Value);

    public void Plan() => world.Agenda.On(Applied, ApplyAsync);

    private async Task ApplyAsync()
    {
        var applied = await world.Platform.PostAsync(
            Account,
            "/api/internships/v1/host-units",
            new() { ["name"] = "第9001示例单位", ["creditCode"] = Code.Value, ["region"] = County.Code.Value, ["posts"] = new JsonArray(Post(ReturnedTitle)) },
            Key);
        _path = $"/api/internships/v1/host-units/{applied.Id("unitId")}";
        _postId = applied["postIds"][0].Id();
        world.Agenda.On(world.WorkingDay(Applied, 1), () => ReturnAsync(applied.ETag!));
    }

    private async Task ReturnAsync(string etag)
    {
        var field = new JsonObject { ["path"] = "/posts/0/title", ["code"] = "unclear", ["reason"] = "请写明具体岗位" };
        var returned = await world.Platform.PostAsync(Reviewer, $"{_path}/return", new() { ["fields"] = new JsonArray(field) }, $"{Key}-return", etag);
        world.Agenda.On(world.WorkingDay(Applied, 2), () => ResubmitAsync(returned.ETag!));
    }

    private async Task ResubmitAsync(string etag)
    {
        var post = new JsonObject { ["postId"] = _postId.ToString(), ["post"] = Post("材料研发助理") };
        var submitted = await world.Platform.PostAsync(Account, $"{_path}/resubmissions", new() { ["posts"] = new JsonArray(post) }, $"{Key}-again", etag);
        await World.RefusedAsync(() => world.Platform.PostAsync(Province, $"{_path}/approval", new(), $"{Key}-early", submitted.ETag), HttpStatusCode.Forbidden);
        var due = submitted["review"]["dueOn"].Date();
        world.Agenda.On(world.WorkingDay(due, 1), () => EscalatedAsync(submitted.ETag!));
    }

    /// <summary>Nobody answered in time: the province sees it as overdue and decides.</summary>
    private async Task EscalatedAsync(string etag)
    {
        var unit = await world.Platform.GetAsync(Province, _path);
        var overdue = await world.Platform.GetAsync(Province, "/api/internships/v1/open-reviews?kind=host_unit&overdue=true&limit=500");
        if ((string)unit["status"]! == "submitted" && !overdue["items"].AsArray().Any(review => _path.EndsWith((string)review!["subjectId"]!, StringComparison.Ordinal)))
        {
            throw new SimulationException($"A review that lapsed is not listed as overdue: {overdue.Body!.ToJsonString()}");
        }

        var approved = await world.Platform.PostAsync(Province, $"{_path}/approval", new(), $"{Key}-approval", etag);
        world.Agenda.On(Suspended.AddDays(-10), () => HonourAsync(approved.ETag!));
    }

    private async Task HonourAsync(string etag)
    {
        var honoured = await world.Platform.PostAsync(
            Persona.Official("approver", _prefecture.Code.Value),
            $"{_path}/honours",
            new() { ["honour"] = "base", ["from"] = Suspended.AddDays(-10).Text(), ["document"] = "示例〔2023〕1号" },
            $"{Key}-honour",
            etag);
        world.Agenda.On(Suspended, () => SuspendAsync(honoured.ETag!));
    }

    private async Task SuspendAsync(string etag)
    {
        var suspended = await world.Platform.PostAsync(
            Reviewer, $"{_path}/suspension", new() { ["from"] = Suspended.Text(), ["reason"] = "未安排带教老师，限期整改" }, $"{Key}-suspension", etag);
        world.Agenda.On(Suspended.AddDays(21), async () =>
        {
            var lifted = await world.Platform.PostAsync(
                Reviewer, $"{_path}/suspension-lifting", new() { ["reason"] = "整改到位" }, $"{Key}-lifting", suspended.ETag);
            world.Agenda.On(Suspended.AddDays(60), () => world.Platform.PostAsync(
                Account, $"{_path}/withdrawal", new() { ["reason"] = "经营调整" }, $"{Key}-withdrawal", lifted.ETag));
        });
    }

    private static JsonObject Post(string title) => new()
    {
        ["title"] = title, ["category"] = "research", ["openings"] = 2, ["months"] = 6, ["monthlyAllowance"] = Json.Money(1_800m),
    };
}
