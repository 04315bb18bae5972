using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What does not go by the book: a correction that is taken back two months later, a form that is opened again and forgotten, one that is open at the
/// end of the year, and a fair that was recorded so late that two locked forms are restated.
/// </summary>
internal sealed class FormMishaps(World world)
{
    private const string Zhuzhou = "430200";
    private const string Xiangtan = "430300";
    private const string Hengyang = "430400";
    private const string Yueyang = "430600";
    private const int OfflineFairs = 12;
    private const int PeopleReached = 30;

    private static readonly YearMonth October = new(2023, 10);
    private static readonly YearMonth[] Restated = [new(2023, 9), October];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FormSteps _steps = FormSteps.OfProgress(world);

    /// <summary>Whether a form is open again when the year ends.</summary>
    public static bool IsUnlocked(string prefecture, YearMonth month) => prefecture == Zhuzhou && month == October;

    /// <summary>Whether a form is restated.</summary>
    public static bool IsRestated(string prefecture, YearMonth month) => prefecture == Xiangtan && Restated.Contains(month);

    public void Plan()
    {
        PlanCorrection();
        var june = new YearMonth(2023, 6);
        Unlock(Yueyang, june, new(2023, 9, 1), new(2023, 9, 10), "拟更正招聘会场次，核对后无误。");
        world.Agenda.On(new(2023, 12, 18), () => _steps.TakeAsync(Clerk(Zhuzhou), Zhuzhou, October, "unlock-request", Reason("漏报一场普法宣传。")));
        Unlock(Zhuzhou, October, new(2023, 12, 20), new(2024, 1, 4), "同意补报普法宣传。");
        PlanRestatement();
    }

    private static Persona Clerk(string prefecture) => Persona.Official("clerk", prefecture);

    private static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    private void PlanCorrection()
    {
        YearMonth august = new(2023, 8);
        var correction = Guid.Empty;
        world.Agenda.On(new(2023, 8, 25), async () =>
        {
            var form = await _steps.TakeAsync(Clerk(Hengyang), Hengyang, august, "corrections", new()
            {
                ["column"] = PeopleReached, ["difference"] = 12, ["reason"] = "社区普法宣传先行统计，待补录台账。", ["reference"] = "衡人社函〔2023〕31号",
            });
            correction = form["cells"][PeopleReached - 1]!["corrections"]![0]!["correctionId"].Id();
        });
        world.Agenda.On(new(2023, 10, 20), () =>
            _steps.TakeAsync(Clerk(Hengyang), Hengyang, October, $"corrections/{correction}/withdrawal", Reason("已补录台账，不再另行加计。")));
    }

    private void Unlock(string prefecture, YearMonth month, DateOnly on, DateOnly until, string reason) => world.Agenda.On(on, () =>
        _steps.TakeAsync(_steps.Approver, prefecture, month, "unlock", new() { ["reason"] = reason, ["until"] = until.Text() }));

    private void PlanRestatement()
    {
        world.Agenda.On(new(2023, 11, 20), () => world.Platform.PostAsync(
            Clerk(Xiangtan),
            "/api/graduate-tracking/v1/service-ledgers/job_fair/records",
            new()
            {
                ["region"] = Xiangtan,
                ["values"] = ServiceLedgerStory.Fair(new(2023, 9, 16), "offline", "specialised", 1),
            },
            "service-job_fair-late"));
        foreach (var month in Restated)
        {
            world.Agenda.On(new(2023, 11, 21), () => ProposeAsync(month));
            world.Agenda.On(new(2023, 11, 23), () => _steps.TakeAsync(_steps.Approver, Xiangtan, month, "restatement", null));
        }
    }

    /// <summary>Proposes once the late fair has arrived in the form.</summary>
    private async Task ProposeAsync(YearMonth month)
    {
        var locked = (await _steps.ReadAsync(Xiangtan, month, "/versions/1"))["figures"].AsArray();
        var before = (decimal)locked.Single(figure => (int)figure!["column"]! == OfflineFairs)!["value"]!;
        var started = TimeProvider.System.GetTimestamp();
        while ((decimal)(await _steps.ReadAsync(Xiangtan, month))["cells"][OfflineFairs - 1]!["value"]! == before)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SimulationException($"The late fair of {Xiangtan} does not arrive in the form for {month}.");
            }

            await Task.Delay(Pause);
        }

        await _steps.TakeAsync(Clerk(Xiangtan), Xiangtan, month, "restatement-proposal", Reason("9月16日招聘会迟报，补记。"));
    }
}
