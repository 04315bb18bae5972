using System.Text;
using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// What offices offer through the year: posts, fairs, campus and legal events, files, the open letter (H32 §二(二) to (六), (十)), and the Youth League's
/// events, talks, volunteers and practice (G3 §三). One record is corrected, one is withdrawn.
/// </summary>
internal sealed class ServiceLedgerStory(World world)
{
    private const string Path = "/api/graduate-tracking/v1/service-ledgers";

    private static readonly string[] Colleges = ["4143010532", "4143010533", "4143010534"];

    public void Plan()
    {
        foreach (var (prefecture, index) in world.Prefectures.Select((prefecture, index) => (prefecture.Code.Value, index)))
        {
            PlanOf(prefecture, 5 + index);
        }

        for (var month = 6; month <= 11; month++)
        {
            DateOnly day = new(2023, month, 5);
            world.Agenda.On(day, () => SendPostsAsync(day));
        }

        PlanProvince(World.Hunan.Value);
        PlanCorrections(world.Prefectures[0].Code.Value);
    }

    /// <summary>The province sees that no office owes its open letter.</summary>
    public async Task RequireLettersAsync()
    {
        var missed = await world.Platform.GetAsync(
            Persona.Official("clerk", World.Hunan.Value), $"{Path}/open_letter/rhythms?from=2023-06-01&to=2023-06-30&status=missed");
        if (missed.Body!.AsArray() is { Count: > 0 } owing)
        {
            throw new SimulationException($"Open letters are missing: {owing.ToJsonString()}");
        }
    }

    internal static JsonObject Fair(DateOnly on, string mode, string scope, int size) => new()
    {
        ["heldOn"] = on.Text(),
        ["mode"] = mode,
        ["scope"] = scope,
        ["onCampus"] = false,
        ["employers"] = 10 * size,
        ["openings"] = 120 * size,
        ["jobSeekers"] = 200 * size,
        ["intentions"] = 15 * size,
    };

    private void PlanOf(string prefecture, int size)
    {
        var clerk = Persona.Official("clerk", prefecture);
        Record(clerk, prefecture, "open_letter", new(2023, 6, 20), day => new() { ["publishedOn"] = day, ["channel"] = "website" });
        Record(clerk, prefecture, "college_link", new(2023, 5, 25), day => new() { ["linkedOn"] = day, ["collegeId"] = CollegeOf(prefecture), ["headOf"] = "employment" });
        foreach (var (day, byHead) in ((DateOnly, bool)[])[(new(2023, 6, 6), true), (new(2023, 6, 27), false)])
        {
            Record(clerk, prefecture, "campus_event", day, text => new()
            {
                ["heldOn"] = text, ["collegeId"] = CollegeOf(prefecture), ["topic"] = byHead ? "policy" : "guidance", ["byBureauHead"] = byHead, ["graduatesServed"] = 40 * size,
            });
        }

        for (var month = 6; month <= 11; month++)
        {
            var (fair, online) = (new DateOnly(2023, month, 10), new DateOnly(2023, month, 24));
            Record(clerk, prefecture, "job_fair", fair, _ => Fair(fair, "offline", "comprehensive", size));
            world.Agenda.On(online, async () =>
            {
                await PostAsync(clerk, prefecture, "job_fair", Fair(online, "online", "specialised", size), online.Text());
                world.Tally.OnlineFairHeld(prefecture, online);
            });
        }

        Record(clerk, prefecture, "legal_event", new(2023, 9, 20), day => new() { ["heldOn"] = day, ["channel"] = "campus", ["peopleReached"] = 60 * size });
        Record(clerk, prefecture, "file_transfer", new(2023, 8, 15), day => new() { ["transferredOn"] = day, ["direction"] = "received", ["files"] = 25 * size });
    }

    private void PlanProvince(string hunan)
    {
        var clerk = Persona.Official("clerk", hunan);
        Record(clerk, hunan, "open_letter", new(2023, 6, 15), day => new() { ["publishedOn"] = day, ["channel"] = "website" });
        Record(clerk, hunan, "public_sector", new(2023, 6, 28), day => new()
        {
            ["recruitedOn"] = day, ["category"] = "civil_service", ["posts"] = 7621, ["graduatePosts"] = 788,
        });
        var committee = new Persona("provincial-committee-services", "provincial_committee", hunan);
        foreach (var (day, sector) in ((DateOnly, string)[])
            [(new(2023, 5, 20), "tech_innovation"), (new(2023, 7, 15), "rural_revitalisation"), (new(2023, 9, 16), "smart_manufacturing")])
        {
            Record(committee, hunan, "sector_event", day, text => new() { ["heldOn"] = text, ["sector"] = sector, ["openings"] = 800, ["participants"] = 1200 });
        }

        Record(committee, hunan, "west_plan", new(2023, 7, 28), day => new() { ["sentOn"] = day, ["programme"] = "national", ["volunteers"] = 520, ["serviceYears"] = 1 });
        Record(committee, hunan, "west_plan", new(2023, 8, 4), day => new() { ["sentOn"] = day, ["programme"] = "local", ["volunteers"] = 190, ["serviceYears"] = 2 });
        Record(committee, hunan, "guidance_team", new(2023, 5, 22), day => new() { ["formedOn"] = day, ["level"] = "province", ["members"] = 20 });
        var college = new Persona("college-committee-services", "college_committee", world.Prefectures[0].Code.Value);
        Record(college, college.Region!, "guidance_talk", new(2023, 10, 12), day => new()
        {
            ["heldOn"] = day, ["collegeId"] = Colleges[0], ["mode"] = "offline", ["attendees"] = 400,
        });
        Record(college, college.Region!, "theme_day", new(2023, 10, 18), day => new()
        {
            ["heldOn"] = day, ["collegeId"] = Colleges[0], ["branch"] = "材料2001团支部", ["attendees"] = 31,
        });
        Record(college, college.Region!, "community_practice", new(2023, 9, 28), day => new()
        {
            ["pairedOn"] = day, ["collegeId"] = Colleges[0], ["schoolYear"] = "2023-2024", ["branches"] = 420, ["branchesPaired"] = 130,
        });
    }

    /// <summary>The province's job site hands over what its cities collected, as one file.</summary>
    private async Task SendPostsAsync(DateOnly day)
    {
        var clerk = Persona.Official("clerk", World.Hunan.Value);
        var rows = world.Prefectures.Select((prefecture, index) => $"{prefecture.Code.Value},{day.Text()},private_firm,{90 * (5 + index)}");
        var file = Encoding.UTF8.GetBytes($"行政区划代码,发布日期,岗位来源,招聘人数\n{string.Join('\n', rows)}\n");
        var import = await world.Platform.UploadAsync(clerk, $"{Path}/job_post/imports", file, "text/csv");
        await ImportStory.CompletedAsync(world, clerk, $"{Path}/job_post/imports", import.Id("importId"), world.Prefectures.Count);
    }

    /// <summary>A fair's figures were wrong, a legal event was recorded twice.</summary>
    private void PlanCorrections(string prefecture)
    {
        var clerk = Persona.Official("clerk", prefecture);
        DateOnly day = new(2023, 10, 16);
        world.Agenda.On(day, async () =>
        {
            var fair = await PostAsync(clerk, prefecture, "job_fair", Fair(day, "offline", "small_dedicated", 2), "corrected");
            await StepAsync(clerk, "job_fair", fair, "correction", new() { ["values"] = Fair(day, "offline", "small_dedicated", 1), ["reason"] = "数据录入有误" });
            JsonObject talk = new() { ["heldOn"] = day.Text(), ["channel"] = "website", ["peopleReached"] = 500 };
            await StepAsync(clerk, "legal_event", await PostAsync(clerk, prefecture, "legal_event", talk, "doubled"), "withdrawal", new() { ["reason"] = "重复登记" });
        });
    }

    private string CollegeOf(string prefecture) => Colleges[world.Prefectures.Select(region => region.Code.Value).ToList().IndexOf(prefecture) % Colleges.Length];

    private void Record(Persona keeper, string region, string ledger, DateOnly day, Func<string, JsonObject> values) =>
        world.Agenda.On(day, () => PostAsync(keeper, region, ledger, values(day.Text()), day.Text()));

    private Task<Reply> PostAsync(Persona keeper, string region, string ledger, JsonObject values, string name) => world.Platform.PostAsync(
        keeper, $"{Path}/{ledger}/records", new() { ["region"] = region, ["values"] = values }, $"service-{ledger}-{region}-{name}");

    private Task<Reply> StepAsync(Persona keeper, string ledger, Reply record, string step, JsonObject body) => world.Platform.PostAsync(
        keeper, $"{Path}/{ledger}/records/{record.Id("recordId")}/{step}", body, $"service-{step}-{record.Id("recordId")}", record.ETag);
}
