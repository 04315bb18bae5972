using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A startup programme: teams apply, colleges recommend or officials qualify, judges are drawn and score, the best selection is proposed, published,
/// decided, and its awards are paid in tranches.
/// </summary>
internal sealed class ProgrammeStory(World world, StartupProgramme programme)
{
    private const string Path = "/api/entrepreneurship/v1";
    private const int Judges = 6;

    private readonly Persona _committee = Persona.Official(programme.Committee, programme.Region);
    private readonly Persona _approver = Persona.Official("approver", programme.Region, 2);

    private string Call => $"{Path}/programmes/{programme.Code}/{programme.Close.Year}";

    public void Plan()
    {
        world.Agenda.On(programme.FirstDraft.AddDays(-1), OpenAsync);
        for (var i = 0; i < programme.Projects; i++)
        {
            var number = i;
            var day = programme.FirstDraft.AddDays(number % 20);
            world.Agenda.On(day, () => ApplyAsync(number, day));
        }

        world.Agenda.On(programme.Close, () => StepAsync(_committee, "closing"));
        world.Agenda.On(programme.Close.AddDays(1), () => StepAsync(_committee, "panel"));
        for (var judge = 1; judge <= Judges; judge++)
        {
            var account = Account(judge);
            world.Agenda.On(programme.Close.AddDays(4), () => ScoreAsync(account));
        }

        world.Agenda.On(programme.Close.AddDays(11), () => StepAsync(_committee, "ranking"));
        world.Agenda.On(programme.Close.AddDays(13), ProposeAsync);
        world.Agenda.On(programme.Close.AddDays(14), () => StepAsync(_approver, "notice"));
        world.Agenda.On(programme.Close.AddDays(25), DecideAsync);
        foreach (var prefecture in programme.Prefectures.Take(programme.Projects))
        {
            AwardStory.PlanRuns(world, programme.Code, prefecture, programme.Close.AddDays(28));
        }
    }

    private Persona Account(int number) => new($"judge-{programme.Code}-{number}", "judge");

    private async Task OpenAsync()
    {
        await world.Platform.PostAsync(
            _committee,
            $"{Path}/programmes",
            new() { ["programme"] = programme.Code, ["year"] = programme.Close.Year, ["region"] = programme.Region },
            $"{programme.Code}-opening");
        for (var judge = 1; judge <= Judges; judge++)
        {
            await world.Platform.PostAsync(
                _committee,
                $"{Path}/judges",
                new() { ["account"] = Account(judge).Subject, ["region"] = programme.Region, ["colleges"] = new JsonArray(CollegeOf(judge)) },
                $"{programme.Code}-judge-{judge}");
        }
    }

    private async Task ApplyAsync(int number, DateOnly day)
    {
        var prefecture = programme.Prefectures[number % programme.Prefectures.Count];
        var leader = Derived.Id($"leader-{programme.Code}-{number}");
        var key = $"{programme.Code}-project-{number}";
        var drafted = await world.Platform.PostAsync(
            Persona.Graduate(leader),
            $"{Path}/projects",
            new() { ["programme"] = programme.Code, ["year"] = day.Year, ["region"] = prefecture, ["content"] = Content(number, leader) },
            key);
        var path = $"{Path}/projects/{drafted.Id("projectId")}";
        var submitted = await world.Platform.PostAsync(Persona.Graduate(leader), $"{path}/submission", null, $"{key}-submission", drafted.ETag);
        world.Agenda.On(day.AddDays(5), () => world.Platform.PostAsync(
            Persona.Official(programme.Qualifier, prefecture), $"{path}/acceptance", null, $"{key}-acceptance", submitted.ETag));
        var award = new AwardStory(world, $"{Path}/awards/{drafted.Id("projectId")}", key, prefecture, leader);
        award.Plan(programme.Close.AddDays(28), _committee, Persona.Official("approver", programme.Region));
    }

    /// <summary>A college of the register, where the programme's region has one.</summary>
    private string CollegeOf(int number) =>
        world.Policies.Colleges.Within(RegionCode.Parse(programme.Region)).ElementAtOrDefault(number - 1)?.Code.Value ?? $"college-{number}";

    private JsonObject Content(int number, Guid leader) => new()
    {
        ["title"] = $"示例创业项目{number + 1}",
        ["sector"] = programme.Sectors[number % programme.Sectors.Count],
        ["summary"] = "示例项目简介。",
        ["college"] = CollegeOf((number % 8) + 1),
        ["leader"] = new JsonObject { ["personId"] = leader.ToString(), ["standing"] = "student" },
        ["amount"] = Json.Money(programme.LeastAward * ((number % 4) + 1)),
    };

    /// <summary>A judge scores all projects that it was drawn for; the points follow from the project.</summary>
    private async Task ScoreAsync(Persona judge)
    {
        var drawn = await world.Platform.GetAsync(judge, $"{Path}/assessments?limit=500");
        foreach (var project in drawn["items"].AsArray().Select(item => item!["projectId"]!.Id()))
        {
            var points = new JsonObject
            {
                ["innovation"] = 20 + (project.ToByteArray()[15] % 16), ["feasibility"] = 25, ["team"] = 12, ["employment"] = 15,
            };
            await world.Platform.PostAsync(
                judge,
                $"{Path}/assessments/{project}/score",
                new() { ["points"] = points, ["remark"] = "技术路线清楚" },
                $"{judge.Subject}-{project}");
        }
    }

    private async Task ProposeAsync()
    {
        var preview = await world.Platform.PostAsync(_committee, $"{Call}/selection/previews", [], $"{programme.Code}-preview");
        if (preview["lines"].AsArray().Any(line => !(bool)line!["isSelected"]!))
        {
            throw new SimulationException($"Budget, quota and share of {programme.Code} allow for all projects of the simulation.");
        }

        await StepAsync(_committee, "selection", []);
    }

    private Task DecideAsync() => StepAsync(_approver, "decision");

    private async Task StepAsync(Persona who, string step, JsonObject? body = null)
    {
        var read = await world.Platform.GetAsync(_committee, Call);
        await world.Platform.PostAsync(who, $"{Call}/{step}", body, $"{programme.Code}-{step}", read.ETag);
    }
}
