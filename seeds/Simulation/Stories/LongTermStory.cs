using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// The unemployment register tells a prefecture who has been without work for long; two of them go to a training camp, a third is advised, one finds
/// work afterwards (H32 §二(九)22): columns 25 and 26.
/// </summary>
internal sealed class LongTermStory(World world, RegionCode prefecture)
{
    private const string Camps = $"{DeskStory.Api}/camps";
    private const string RegisteredOn = "2022-12-01";

    private static readonly DeskPurpose[] Purposes = [DeskPurpose.CampThenWork, DeskPurpose.Camp, DeskPurpose.Advice];
    private static readonly DateOnly Registered = new(2023, 8, 8);
    private static readonly DateOnly Found = new(2023, 8, 21);
    private static readonly DateOnly[] CampDays = [new(2023, 9, 4), new(2023, 9, 5)];
    private static readonly DateOnly Employed = new(2023, 10, 16);

    private readonly DeskStory _desk = new(world, prefecture);

    public void Plan() => world.Agenda.On(Registered, RegisterAsync);

    private async Task RegisterAsync()
    {
        List<Guid> people = [];
        foreach (var purpose in Purposes)
        {
            people.Add(await _desk.TakeInAsync(purpose));
            await _desk.CallAsync(people[^1]);
        }

        var rows = Purposes.Select(_desk.PersonOf).Select(person =>
            $"{person.Name},{person.CitizenId},{person.Phone},{person.School},{person.EducationLevel},{person.LeftSchoolOn},{person.HouseholdRegion},{RegisteredOn}");
        var file = $"姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码,失业登记日期\n{string.Join('\n', rows)}\n";
        await world.Platform.UploadAsync(_desk.Clerk, $"{DeskStory.Api}/unemployment-register-imports", Encoding.UTF8.GetBytes(file), "text/csv");
        world.Agenda.On(Found, () => PlanCampAsync(people));
    }

    private async Task PlanCampAsync(List<Guid> people)
    {
        var found = (await world.Platform.GetAsync(_desk.Clerk, $"{Camps}/long-term-unemployed?region={prefecture}&limit=500"))["items"].AsArray()
            .Select(item => item!["personId"].Id()).ToList();

        // Who has found work since is not found any more when the year is run again.
        if (people.Skip(1).Except(found).Any())
        {
            throw new SimulationException($"{prefecture}: the register's long-term unemployed are not found.");
        }

        var activities = CampDays.Zip(["guidance", "workplace_experience"], (day, kind) => new JsonObject { ["kind"] = kind, ["on"] = day.Text() });
        var planned = await world.Platform.PostAsync(
            _desk.Clerk,
            Camps,
            new() { ["region"] = prefecture.Value, ["title"] = "青年就业训练营", ["activities"] = new JsonArray([.. activities]) },
            $"camp-{prefecture}");
        var path = $"{Camps}/{planned.Id("campId")}";
        Guid[] members = [people[0], people[1]];
        foreach (var person in members)
        {
            await world.Platform.PostAsync(_desk.Clerk, $"{path}/members", new() { ["personId"] = person.ToString() }, $"camp-{prefecture}-{person}");
        }

        world.Agenda.On(CampDays[0], () => Task.WhenAll(AttendAsync(path, 1, members), _desk.AdviseAsync(people[2])));
        world.Agenda.On(CampDays[1], () => AttendAsync(path, 2, [people[0]]));
        world.Agenda.On(Employed, () => _desk.EmployAsync(people[0]));
    }

    private Task<Reply> AttendAsync(string path, int activity, IEnumerable<Guid> present) => world.Platform.PostAsync(
        _desk.Clerk,
        $"{path}/activities/{activity}/attendance",
        new() { ["present"] = new JsonArray([.. present.Select(person => (JsonNode)person.ToString())]) },
        $"camp-{prefecture}-attendance-{activity}");
}
