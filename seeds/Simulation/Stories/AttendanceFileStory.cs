using System.Text;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A unit reports a month of all its interns as one file, and waits for what became of it.</summary>
internal sealed class AttendanceFileStory(World world, SimulatedUnit unit)
{
    private const string Path = "/api/internships/v1/attendance-imports";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends the file; every row must be accepted.</summary>
    public async Task ReportAsync(IReadOnlyList<SimulatedIntern> interns, SubsidyMonth month, SimulatedIntern? unpaid)
    {
        var days = world.Policies.Calendar.WorkingDaysBetween(month.From.AddDays(-1), month.To);
        var rows = interns.Select(intern => intern == unpaid
            ? $"{intern.PlacementId},{month.Month},{days},,,,"
            : $"{intern.PlacementId},{month.Month},{days},1800,银行卡,{month.To.Text()},A{month.Month}");
        var file = $"见习编号,见习月,出勤天数,补助金额,发放方式,发放日期,银行流水号\n{string.Join('\n', rows)}\n";
        var import = await world.Platform.UploadAsync(unit.Account, Path, Encoding.UTF8.GetBytes(file), "text/csv");
        await CompletedAsync(import.Id("importId"), interns.Count);
        foreach (var intern in interns)
        {
            intern.ETag = (await world.Platform.GetAsync(unit.Account, $"/api/internships/v1/placements/{intern.PlacementId}")).ETag!;
        }
    }

    private async Task CompletedAsync(Guid importId, int rows)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var import = await world.Platform.GetAsync(unit.Account, $"{Path}/{importId}");
            if ((string)import["status"]! == "completed")
            {
                if ((int)import["accepted"]! != rows)
                {
                    throw new SimulationException($"A file of {rows} rows was not accepted as a whole: {import.Body!.ToJsonString()}");
                }

                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException($"A file is not dealt with: {import.Body!.ToJsonString()}");
            }

            await Task.Delay(Pause);
        }
    }
}
