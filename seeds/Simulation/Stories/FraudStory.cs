using System.Text;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Registers of other departments come in: some interns are insured by another employer since September, which every claim of theirs must be found
/// by (H9 §四(二)); others were insured before their internship, which is nobody's business.
/// </summary>
internal sealed class FraudStory(World world, SimulatedUnit unit)
{
    private const string Path = "/api/internships/v1/registers/insured/imports";
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

    private async Task RegisterAsync()
    {
        var interns = unit.Interns.OrderBy(intern => intern.Person).ToList();
        var rows = interns.Select((intern, index) => index == 0 ? Row(intern, InsuredSince, null) : Row(intern, new(2022, 7, 1), InsuredUntil));
        var file = $"人员编号,起始日期,终止日期,数据截至日期\n{string.Join('\n', rows)}\n";
        var clerk = Persona.Official("clerk", unit.Prefecture);
        var import = await world.Platform.UploadAsync(clerk, Path, Encoding.UTF8.GetBytes(file), "text/csv");
        await ImportStory.CompletedAsync(world, clerk, Path, import.Id("importId"), interns.Count);
    }

    private static string Row(SimulatedIntern intern, DateOnly from, DateOnly? to) => $"{intern.Person},{from.Text()},{to?.Text()},{Known.Text()}";
}
