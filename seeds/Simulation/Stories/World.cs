using System.Net;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>What every story needs: the platform, the year's agenda, the regions, and the simulation's own count of what it did.</summary>
/// <param name="Platform">The way to the platform.</param>
/// <param name="Agenda">What happens when.</param>
/// <param name="Policies">Regions, calendar and packs; the platform has the same.</param>
/// <param name="Tally">What the simulation knows it did.</param>
internal sealed record World(PlatformClient Platform, Agenda Agenda, PolicyData Policies, Tally Tally)
{
    public static RegionCode Hunan { get; } = RegionCode.Parse("430000");

    public static RegionCode Wuhan { get; } = RegionCode.Parse("420100");

    /// <summary>The prefectures of Hunan, in the order of their codes.</summary>
    public IReadOnlyList<Region> Prefectures { get; } = Policies.Regions.PrefecturesOf(Hunan);

    /// <summary>Sees that the platform refuses something.</summary>
    /// <exception cref="SimulationException">It did not, or for another reason.</exception>
    public static async Task RefusedAsync(Func<Task> attempt, HttpStatusCode expected)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        try
        {
            await attempt();
        }
        catch (SimulationException refusal) when (refusal.Status == expected)
        {
            return;
        }

        throw new SimulationException($"The platform should have refused with {(int)expected}.");
    }

    /// <summary>The working day that is so many working days after a day.</summary>
    public DateOnly WorkingDay(DateOnly from, int after) => Policies.Calendar.AddWorkingDays(from, after);
}
