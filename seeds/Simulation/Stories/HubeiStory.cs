using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What happens in Hubei besides its startup programmes, so that its forms and Wuhan's have something to say: fairs on campus and off it (W62 §二(一), E17 §二(一)), and two people
/// of a district who are called and advised, of whom one finds work.
/// </summary>
internal sealed class HubeiStory(World world)
{
    private static readonly DateOnly Called = new(2023, 8, 14);
    private static readonly DateOnly Employed = new(2023, 10, 16);

    public void Plan()
    {
        for (var month = 4; month <= 11; month++)
        {
            foreach (var (index, district) in world.Policies.Regions.CountiesOf(World.Wuhan).Select(region => region.Code).Index())
            {
                var (day, onCampus) = (new DateOnly(2023, month, 12), (index + month) % 2 == 0);
                world.Agenda.On(day, () => HoldFairAsync(district, day, onCampus, index + 1));
            }
        }

        world.Agenda.On(Called, CallAsync);
    }

    private Task<Reply> HoldFairAsync(RegionCode district, DateOnly day, bool onCampus, int size)
    {
        var fair = ServiceLedgerStory.Fair(day, "offline", "specialised", size);
        fair["onCampus"] = onCampus;
        return world.Platform.PostAsync(
            Persona.Official("clerk", district.Value),
            $"{DeskStory.Api}/service-ledgers/job_fair/records",
            new() { ["region"] = district.Value, ["values"] = fair },
            $"service-job_fair-{district}-{day.Text()}");
    }

    private async Task CallAsync()
    {
        foreach (var district in world.Policies.Regions.CountiesOf(World.Wuhan).Select(region => region.Code))
        {
            var people = (await RosterStory.PeopleAsync(world, district.Value)).Take(2).ToList();
            var desk = new DeskStory(world, district);
            foreach (var person in people)
            {
                await desk.CallAsync(person);
                await desk.AdviseAsync(person);
            }

            if (people.Count > 0)
            {
                world.Agenda.On(Employed, () => desk.EmployAsync(people[0]));
            }
        }
    }
}
