using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Host units of every prefecture apply when the rules come into force (H9, 2023-07-25), are approved within five working days,
/// take interns from the ledger, and claim the monthly subsidy for them.
/// </summary>
internal sealed class InternshipStory(World world, int unitsAPrefecture)
{
    private const int ShortestMonths = 3;
    private const int DurationsInUse = 4;
    private const int MostOpenings = 4;

    /// <summary>The last of a prefecture's ledger are called and helped by others.</summary>
    private const int PeopleOfOtherStories = 5;

    private static readonly DateOnly FirstApplications = new(2023, 7, 25);
    private static readonly string[] Categories = ["research", "technical", "management", "community_service"];

    public void Plan()
    {
        var number = 0;
        foreach (var prefecture in world.Prefectures)
        {
            var counties = world.Policies.Regions.CountiesOf(prefecture.Code);
            List<SimulatedUnit> units = [];
            for (var i = 0; i < unitsAPrefecture; i++)
            {
                var unit = new SimulatedUnit(number, prefecture.Code.Value, CreditCode.Create(counties[i % counties.Count].Code, ++number), counties[i % counties.Count])
                {
                    Category = Categories[number % Categories.Length],
                    Openings = 2 + (number % (MostOpenings - 1)),
                    Months = ShortestMonths + (number % DurationsInUse),
                };
                units.Add(unit);
                world.Agenda.On(FirstApplications.AddDays(i % 3), () => ApplyAsync(unit));
            }

            world.Agenda.On(RosterStory.Ready.AddDays(1), () => SendInternsAsync(prefecture.Code.Value, units));
            new MatchingEventStory(world).Plan(prefecture.Code.Value, units[0]);
            new StudentPostStory(world, units[0]).Plan();
        }
    }

    private async Task ApplyAsync(SimulatedUnit unit)
    {
        var applied = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/host-units",
            new()
            {
                ["name"] = unit.Name,
                ["bankAccount"] = AccountStory.IsLate(unit) ? null : AccountStory.AccountOf(unit),
                ["creditCode"] = unit.Code.Value,
                ["region"] = unit.County.Code.Value,
                ["posts"] = new JsonArray(new JsonObject
                {
                    ["title"] = "见习岗位",
                    ["category"] = unit.Category,
                    ["openings"] = unit.Openings,
                    ["months"] = unit.Months,
                    ["monthlyAllowance"] = Json.Money(1_800m),
                }),
            },
            $"unit-{unit.Number}");
        unit.UnitId = applied.Id("unitId");
        unit.PostId = applied["postIds"][0].Id();
        var due = applied["review"]["dueOn"].Date();
        world.Agenda.On(world.WorkingDay(FirstApplications, 3) is var day && day < due ? day : due, () => ApproveAsync(unit, applied.ETag!));
    }

    private Task<Reply> ApproveAsync(SimulatedUnit unit, string etag) => world.Platform.PostAsync(
        Persona.Official("reviewer", unit.Prefecture),
        $"/api/internships/v1/host-units/{unit.UnitId}/approval",
        new() { ["demonstrationPostIds"] = unit.Number % unitsAPrefecture == 0 ? new JsonArray(unit.PostId.ToString()) : [] },
        $"unit-{unit.Number}-approval",
        etag);

    private async Task SendInternsAsync(string prefecture, List<SimulatedUnit> units)
    {
        var people = new Queue<Guid>(await RosterStory.PeopleAsync(world, prefecture));
        foreach (var unit in units)
        {
            var interns = Enumerable.Range(0, unit.Openings).TakeWhile(_ => people.Count > 0).Select(_ => people.Dequeue()).ToList();
            await Task.WhenAll(interns.Select((person, index) => new InternStory(world, unit, person, index == 0 ? Uptake.Told : Uptake.Silent).ApplyAsync()));
            new ClaimStory(world, unit).Plan();
            new FraudStory(world, unit).Plan();
            new EndStory(world, unit).Plan();
            new AccountStory(world, unit).Plan();
        }

        if (people.Count > PeopleOfOtherStories)
        {
            await new InternStory(world, units[0], people.Dequeue(), Uptake.TurnedDown).ApplyAsync();
        }
    }
}

/// <summary>A host unit of the simulation.</summary>
internal sealed class SimulatedUnit(int number, string prefecture, CreditCode code, Region county)
{
    public int Number { get; } = number;

    public string Prefecture { get; } = prefecture;

    public CreditCode Code { get; } = code;

    public Region County { get; } = county;

    public string Name => $"{County.Name}第{Number + 1}示例单位";

    public Persona Account { get; } = Persona.HostUnit(code.Value);

    public required string Category { get; init; }

    public required int Openings { get; init; }

    public required int Months { get; init; }

    public Guid UnitId { get; set; }

    public Guid PostId { get; set; }

    public const string MentorPosition = "部门主管";

    public Guid Mentor { get; } = Derived.Id($"mentor-{number}");

    public string InsurancePolicy { get; } = $"PA2023{number:000000}";

    /// <summary>Who is in the file that the unit sends of its interns: applications, and what comes of each.</summary>
    public List<(Guid ApplicationId, InternStory Story)> InternFile { get; } = [];

    /// <summary>All interns of a unit start on the same day.</summary>
    public DateOnly StartsOn { get; } = new DateOnly(2023, 8, 14).AddDays(number % 15);

    public DateOnly EndsOn => StartsOn.AddMonths(Months).AddDays(-1);

    /// <summary>Placements that have started.</summary>
    public List<SimulatedIntern> Interns { get; } = [];
}

/// <summary>An intern of the simulation.</summary>
internal sealed class SimulatedIntern(Guid placementId, Guid person)
{
    public Guid PlacementId { get; } = placementId;

    public Guid Person { get; } = person;

    /// <summary>Whether the internship ended before its time.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Version of the placement that the unit has read last.</summary>
    public required string ETag { get; set; }
}
