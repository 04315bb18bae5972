using System.Text;
using YouthPlatform.Simulation.Roster;

namespace YouthPlatform.Simulation.Stories;

/// <summary>The education department hands over the roster of unemployed leavers by 31 July (H32 §二(六)15); clerks call some of them.</summary>
internal sealed class RosterStory(World world, int people, int seed)
{
    private const int CallsAPrefecture = 5;

    private static readonly DateOnly HandedOver = new(2023, 7, 31);

    /// <summary>The day from which the ledger can be worked with.</summary>
    public static DateOnly Ready { get; } = new(2023, 8, 1);

    public void Plan()
    {
        world.Agenda.On(HandedOver, ImportAsync);
        foreach (var prefecture in world.Prefectures)
        {
            world.Agenda.On(Ready.AddDays(1), () => CallAsync(prefecture.Code.Value));
        }
    }

    /// <summary>People of the roster in a prefecture's ledger, in a fixed order; who came to a desk later is left out.</summary>
    public static async Task<IReadOnlyList<Guid>> PeopleAsync(World world, string prefecture)
    {
        var clerk = Persona.Official("clerk", prefecture);
        List<Guid> people = [];
        for (string? after = ""; after is not null;)
        {
            var page = await world.Platform.GetAsync(
                clerk, $"/api/graduate-tracking/v1/ledger?region={prefecture}&limit=500{(after.Length == 0 ? "" : $"&after={after}")}");
            people.AddRange(page["items"].AsArray().Where(entry => entry!["openedOn"].Date() == HandedOver).Select(entry => entry!["personId"].Id()));
            after = (string?)page.Body!["next"];
        }

        return people;
    }

    private async Task ImportAsync()
    {
        await using var text = new StringWriter();
        RosterGenerator.Write(text, new RosterGenerator(world.Policies.Regions, seed).Generate(people));
        var education = new Persona("education-department", "education", "000000");
        await world.Platform.UploadAsync(
            education, "/api/graduate-tracking/v1/roster-imports", Encoding.UTF8.GetBytes(text.ToString()), "text/csv");
    }

    private async Task CallAsync(string prefecture)
    {
        var clerk = Persona.Official("clerk", prefecture);
        foreach (var person in (await PeopleAsync(world, prefecture)).TakeLast(CallsAPrefecture))
        {
            var path = $"/api/graduate-tracking/v1/ledger/{person}";
            var entry = await world.Platform.GetAsync(clerk, path);
            await world.Platform.PostAsync(
                clerk,
                $"{path}/contacts",
                new() { ["channel"] = "phone", ["outcome"] = "reached", ["classification"] = "unemployed" },
                $"contact-{person}",
                entry.ETag);
        }
    }
}
