namespace YouthPlatform.Simulation.Stories;

/// <summary>The statistics bureau follows the public feed of every service to its end.</summary>
internal sealed class BureauStory(World world)
{
    private static readonly string[] Services = ["internships", "graduate-tracking", "entrepreneurship", "reporting"];

    private readonly Persona _bureau = new("statistics-bureau", "bureau", "000000");

    /// <summary>Reads all feeds and returns the number of events by service.</summary>
    /// <exception cref="SimulationException">A feed skips or repeats a position.</exception>
    public async Task<IReadOnlyDictionary<string, long>> ReadAllAsync()
    {
        Dictionary<string, long> positions = [];
        foreach (var service in Services)
        {
            positions[service] = await ReadAsync(service);
        }

        return positions;
    }

    private async Task<long> ReadAsync(string service)
    {
        for (var after = 0L; ;)
        {
            var page = await world.Platform.GetAsync(_bureau, $"/feeds/{service}/v1/events?after={after}&limit=1000");
            var events = page.Body!.AsArray();
            if (events.Count == 0)
            {
                return after;
            }

            foreach (var item in events)
            {
                if (long.Parse((string)item!["sequence"]!, System.Globalization.CultureInfo.InvariantCulture) != ++after)
                {
                    throw new SimulationException($"The feed of {service} jumps at position {after}: {item["sequence"]}");
                }
            }
        }
    }
}
