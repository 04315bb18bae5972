using System.Text;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A unit reports a month of all its interns as one file, and waits for what became of it.</summary>
internal sealed class AttendanceFileStory(World world, SimulatedUnit unit)
{
    private const string Path = "/api/internships/v1/attendance-imports";

    /// <summary>Sends the file; every row must be accepted.</summary>
    public async Task ReportAsync(IReadOnlyList<SimulatedIntern> interns, SubsidyMonth month, SimulatedIntern? unpaid)
    {
        var days = world.Policies.Calendar.WorkingDaysBetween(month.From.AddDays(-1), month.To);
        var rows = interns.Select(intern => intern == unpaid
            ? $"{intern.PlacementId},{month.Month},{days},,,,"
            : $"{intern.PlacementId},{month.Month},{days},1800,银行卡,{month.To.Text()},A{month.Month}");
        var file = $"见习编号,见习月,出勤天数,补助金额,发放方式,发放日期,银行流水号\n{string.Join('\n', rows)}\n";
        var import = await world.Platform.UploadAsync(unit.Account, Path, Encoding.UTF8.GetBytes(file), "text/csv");
        await ImportStory.CompletedAsync(world, unit.Account, Path, import.Id("importId"), interns.Count);
        foreach (var intern in interns)
        {
            intern.ETag = (await world.Platform.GetAsync(unit.Account, $"/api/internships/v1/placements/{intern.PlacementId}")).ETag!;
        }
    }
}
