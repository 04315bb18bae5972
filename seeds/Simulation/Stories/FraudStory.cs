using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Registers of other departments come in: some interns are insured by another employer since September, which every claim of theirs must be found
/// by (H9 §四(二)); others were insured before their internship, which is nobody's business.
/// </summary>
internal sealed class FraudStory(World world, SimulatedUnit unit)
{
    private const int InsuredEvery = 7;
    private const int InsuredRemainder = 2;

    private static readonly DateOnly InsuredSince = new(2023, 9, 1);
    private static readonly DateOnly InsuredUntil = new(2023, 7, 31);
    private static readonly DateOnly Known = new(2023, 9, 4);

    /// <summary>The check that finds it.</summary>
    public const string Check = "person.not_insured";

    public static bool IsIn(SimulatedUnit unit) => unit.Number % InsuredEvery == InsuredRemainder;

    public void Plan()
    {
        if (IsIn(unit))
        {
            world.Agenda.On(Known, RegisterAsync);
        }
    }

    private Task RegisterAsync()
    {
        var interns = unit.Interns.OrderBy(intern => intern.Person).ToList();
        var entries = interns.Select((intern, index) => index == 0 ? Entry(intern, InsuredSince, null) : Entry(intern, new(2022, 7, 1), InsuredUntil));
        return world.Platform.PostAsync(
            Persona.Official("clerk", unit.Prefecture),
            "/api/internships/v1/registers/insured/imports",
            new() { ["region"] = unit.Prefecture, ["asOf"] = Known.Text(), ["entries"] = new JsonArray([.. entries]) },
            $"register-{unit.Number}");
    }

    private static JsonObject Entry(SimulatedIntern intern, DateOnly from, DateOnly? to) => new()
    {
        ["personId"] = intern.Person.ToString(), ["unitCode"] = null, ["value"] = null, ["from"] = from.Text(), ["to"] = to?.Text(),
    };
}
