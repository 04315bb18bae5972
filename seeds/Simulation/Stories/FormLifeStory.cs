using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// The forms of a kind and what becomes of them in the year: most come in time, some late, some are returned once; the region that collects them approves
/// and locks them in the days after. Those that are due at the end of the year are under way when it ends.
/// </summary>
/// <param name="world">The world.</param>
/// <param name="form">The form.</param>
/// <param name="number">Its place among the forms, so that they do not all come late in the same places.</param>
internal sealed class FormLifeStory(World world, FormDefinition form, int number)
{
    /// <summary>The others of the register owe their reports all year.</summary>
    private const int CollegesThatReport = 4;

    private const int DaysLate = 3;
    private const int DaysToApproval = 4;
    private const int DaysToLock = 6;

    private static readonly DateOnly LastDay = new(2023, 12, 31);

    private readonly FormSteps _steps = new(world, form);
    private readonly ReportingStory _progress = new(world);
    private readonly IReadOnlyList<string> _units =
        [.. world.Policies.UnitsOf(form).Take(form.IsOfColleges ? CollegesThatReport : int.MaxValue).Select(unit => unit.Code.Value)];

    private enum Fate
    {
        InTime,
        Late,
        Returned,
    }

    private bool IsProgress => form.Id == FormSteps.Progress;

    private IEnumerable<YearMonth> Months => form.Months().TakeWhile(month => month.Year == LastDay.Year);

    /// <summary>The life of every form on file.</summary>
    public static IReadOnlyList<FormLifeStory> OfAll(World world) =>
        [
            .. world.Policies.Forms.Values.OrderBy(form => form.IsOfColleges).ThenBy(form => form.Id, StringComparer.Ordinal)
                .Select((form, number) => new FormLifeStory(world, form, number)),
        ];

    public void Plan()
    {
        foreach (var month in Months)
        {
            foreach (var (unit, index) in _units.Select((unit, index) => (unit, index)))
            {
                Plan(unit, index, month);
            }

            world.Agenda.On(form.DueOn(month).AddDays(DaysToLock), () => _steps.LockAllAsync(month));
        }

        if (IsProgress)
        {
            new FormMishaps(world).Plan();
        }
    }

    /// <summary>Sees that every form stands where the story left it.</summary>
    /// <returns>The state of each.</returns>
    /// <exception cref="SimulationException">One does not.</exception>
    public async Task<IReadOnlyList<string>> RequireStatesAsync()
    {
        List<string> states = [];
        foreach (var month in Months)
        {
            var units = (await _steps.CompletenessAsync(month))["units"].AsArray().ToDictionary(unit => (string)unit!["unit"]!["region"]!, unit => unit!);
            foreach (var (code, index) in _units.Select((unit, index) => (unit, index)))
            {
                var unit = units[code];
                var expected = (Expected(code, index, month), FateOf(index, month) == Fate.Late, IsProgress && FormMishaps.IsRestated(code, month));
                var actual = ((string)unit["state"]!, (int)unit["daysLate"]! > 0, (bool)unit["isRestated"]!);
                if (actual != expected)
                {
                    throw new SimulationException($"The form {form.Id} of {code} for {month} is {actual}, the story left it {expected}.");
                }

                states.Add(actual.Item1);
            }
        }

        return states;
    }

    /// <summary>How many forms of a unit are due and have not come by the end of the year.</summary>
    public int MissingOf(string unit) => _units.Index().Where(each => each.Item == unit)
        .Sum(each => Months.Count(month => IsOpenAtTheEnd(month) && FateOf(each.Index, month) == Fate.Late));

    private Fate FateOf(int index, YearMonth month) => (number + index + month.Month) switch
    {
        var turn when turn % 11 == 5 => Fate.Late,
        var turn when turn % 7 == 0 => Fate.Returned,
        _ => Fate.InTime,
    };

    private bool IsOpenAtTheEnd(YearMonth month) => form.DueOn(month).AddDays(DaysToLock) > LastDay;

    /// <summary>At the end of the year every other form is approved before it is over.</summary>
    private bool IsApproved(int index, YearMonth month) => !IsOpenAtTheEnd(month) || (FateOf(index, month) == Fate.InTime && index % 2 == 0);

    private string Expected(string unit, int index, YearMonth month) => FateOf(index, month) switch
    {
        _ when IsProgress && FormMishaps.IsUnlocked(unit, month) => "unlocked",
        _ when !IsOpenAtTheEnd(month) => "locked",
        Fate.Late => "open",
        Fate.Returned => "returned",
        _ => IsApproved(index, month) ? "approved" : "submitted",
    };

    private void Plan(string unit, int index, YearMonth month)
    {
        var due = form.DueOn(month);
        var fate = FateOf(index, month);
        var submission = fate == Fate.Late ? due.AddDays(DaysLate) : due;

        // The day's other business comes first.
        world.Agenda.On(submission, () =>
        {
            world.Agenda.On(submission, () => SubmitAsync(unit, index, month, 1));
            return Task.CompletedTask;
        });
        if (fate == Fate.Returned)
        {
            world.Agenda.On(due.AddDays(1), () => _steps.TakeAsync(_steps.Reviewer, unit, month, "return", new()
            {
                ["reason"] = "请核对台账后重报。",
                ["columns"] = new JsonArray(new JsonObject { ["column"] = 1, ["code"] = "inconsistent", ["reason"] = "与业务台账核对" }),
            }));
            world.Agenda.On(due.AddDays(2), () => SubmitAsync(unit, index, month, 2));
        }

        if (IsApproved(index, month))
        {
            var approval = IsOpenAtTheEnd(month) ? due.AddDays(1) : due.AddDays(DaysToApproval);
            world.Agenda.On(approval, () => _steps.TakeAsync(_steps.Reviewer, unit, month, "approval", null));
        }
    }

    private async Task SubmitAsync(string unit, int index, YearMonth month, int round)
    {
        if (round == 1)
        {
            await _steps.EnterAsync(unit, month, index + month.Month);
        }

        await _steps.SubmitAsync(unit, month, round, () => IsProgress ? _progress.SettledFormAsync(unit, month) : _steps.ReadAsync(unit, month));
    }
}
