using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// The progress forms of May to December and what becomes of them: most come in time, some late, some are returned once; the province approves and
/// locks them in the days after. December's are under way when the year ends.
/// </summary>
internal sealed class FormLifeStory(World world, ReportingStory reporting)
{
    private const int DaysLate = 3;

    private static readonly YearMonth FirstMonth = new(2023, 5);
    private static readonly YearMonth LastMonth = new(2023, 12);

    private readonly FormSteps _steps = new(world);
    private readonly FormMishaps _mishaps = new(world);

    private enum Fate
    {
        InTime,
        Late,
        Returned,
    }

    public void Plan()
    {
        for (var month = FirstMonth; month <= LastMonth; month = month.AddMonths(1))
        {
            var reported = month;
            foreach (var (prefecture, index) in world.Prefectures.Select((prefecture, index) => (prefecture.Code.Value, index)))
            {
                Plan(prefecture, index, reported);
            }

            world.Agenda.On(DueOn(month).AddDays(6), () => _steps.LockAllAsync(reported));
        }

        _mishaps.Plan();
    }

    /// <summary>Sees that every form stands where the story left it, and says it in a line.</summary>
    /// <exception cref="SimulationException">One does not.</exception>
    public async Task<string> RequireStatesAsync()
    {
        List<string> states = [];
        for (var month = FirstMonth; month <= LastMonth; month = month.AddMonths(1))
        {
            var units = (await _steps.CompletenessAsync(month))["units"].AsArray();
            foreach (var (unit, index) in units.Select((unit, index) => (unit!, index)))
            {
                var prefecture = (string)unit["unit"]!["region"]!;
                var expected = (Expected(prefecture, index, month), FateOf(index, month) == Fate.Late, FormMishaps.IsRestated(prefecture, month));
                var actual = ((string)unit["state"]!, (int)unit["daysLate"]! > 0, (bool)unit["isRestated"]!);
                if (actual != expected)
                {
                    throw new SimulationException($"The form of {prefecture} for {month} is {actual}, the story left it {expected}.");
                }

                states.Add(actual.Item1);
            }
        }

        return "forms: " + string.Join(", ", states.CountBy(state => state).OrderByDescending(state => state.Value).Select(state => $"{state.Value} {state.Key}"));
    }

    private static DateOnly DueOn(YearMonth month) => month.DayOrLast(30);

    private static Fate FateOf(int index, YearMonth month) =>
        (index + month.Month) % 11 == 5 ? Fate.Late : (index + month.Month) % 7 == 0 ? Fate.Returned : Fate.InTime;

    /// <summary>In December the province gets to every other form before the year ends.</summary>
    private static bool IsApproved(int index, YearMonth month) => month < LastMonth || (FateOf(index, month) == Fate.InTime && index % 2 == 0);

    private static string Expected(string prefecture, int index, YearMonth month) => FateOf(index, month) switch
    {
        _ when FormMishaps.IsUnlocked(prefecture, month) => "unlocked",
        _ when month < LastMonth => "locked",
        Fate.Late => "open",
        Fate.Returned => "returned",
        _ => IsApproved(index, month) ? "approved" : "submitted",
    };

    private void Plan(string prefecture, int index, YearMonth month)
    {
        var due = DueOn(month);
        var fate = FateOf(index, month);
        var submission = fate == Fate.Late ? due.AddDays(DaysLate) : due;

        // The day's other business comes first.
        world.Agenda.On(submission, () =>
        {
            world.Agenda.On(submission, () => reporting.SubmitAsync(prefecture, month));
            return Task.CompletedTask;
        });
        if (fate == Fate.Returned)
        {
            world.Agenda.On(due.AddDays(1), () => _steps.TakeAsync(FormSteps.Reviewer, prefecture, month, "return", new()
            {
                ["reason"] = "请核对招聘会台账后重报。",
                ["columns"] = new JsonArray(new JsonObject { ["column"] = 12, ["code"] = "inconsistent", ["reason"] = "与招聘会台账核对" }),
            }));
            world.Agenda.On(due.AddDays(2), () => reporting.SubmitAsync(prefecture, month, 2));
        }

        if (IsApproved(index, month))
        {
            var approval = month == LastMonth ? due.AddDays(1) : due.AddDays(4);
            world.Agenda.On(approval, () => _steps.TakeAsync(FormSteps.Reviewer, prefecture, month, "approval", null));
        }
    }
}
