namespace YouthPlatform.Simulation;

/// <summary>An account that acts in the simulation, as its token says it.</summary>
/// <param name="Subject">Account id.</param>
/// <param name="Role">Its role.</param>
/// <param name="Region">Region it is responsible for.</param>
/// <param name="Unit">Unified social credit code of the unit it acts for.</param>
/// <param name="Person">The person it is.</param>
internal sealed record Persona(string Subject, string Role, string? Region = null, string? Unit = null, Guid? Person = null)
{
    public static Persona Official(string role, string region, int number = 1) => new($"{role}-{region}-{number}", role, region);

    public static Persona HostUnit(string creditCode) => new($"unit-{creditCode}", "host_unit", Unit: creditCode);

    public static Persona Graduate(Guid person) => new($"person-{person}", "graduate", Person: person);
}
