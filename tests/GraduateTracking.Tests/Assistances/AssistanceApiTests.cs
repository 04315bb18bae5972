using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.Tests.Assistances;

/// <summary>'1-3-1' as it stands for people, officers and counties (E17 §二(六), W62 §二(六)).</summary>
public sealed class AssistanceApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Who_wants_work_is_owed_one_guidance_three_recommendations_and_one_training()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        var owed = (await host.Clerk().GetAsync($"/v1/assistance/{person}"))["owed"];
        Missing(owed).ShouldBe((1, 3, 1, 0));
        ((string)owed["dueOn"]!, (bool)owed["isMet"]!).ShouldBe(("2023-09-30", false));

        await RenderAsync(host, person, "career_guidance");
        await RenderAsync(host, person, "job_recommendation", "甲岗");
        await RenderAsync(host, person, "job_recommendation", "乙岗");
        var third = await RenderAsync(host, person, "job_recommendation", "丙岗");
        Missing((await host.Clerk().GetAsync($"/v1/assistance/{person}"))["owed"]).ShouldBe((0, 0, 1, 0));
        await RenderAsync(host, person, "skill_training");
        (await host.Clerk().GetAsync("/v1/assistance?missing=true"))["items"].AsArray().ShouldBeEmpty();
        (await host.Clerk().GetAsync("/v1/assistance?missing=false"))["items"].AsArray().ShouldHaveSingleItem()!["isMet"]!.GetValue<bool>().ShouldBeTrue();

        (await host.Clerk().PostAsync($"/v1/assistance/{person}/services/{third["serviceId"]}/withdrawal", new { reason = "录入错误" })).ShouldBe(HttpStatusCode.OK);
        Missing((await host.Clerk().GetAsync($"/v1/assistance/{person}"))["owed"]).ShouldBe((0, 1, 0, 0));
    }

    [Fact]
    public async Task An_internship_counts_by_itself_from_the_day_it_begins()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        var (placement, unit) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        var begun = new InternshipRecorded(person, placement, unit, CaseHost.Furong, new(2023, 8, 10), new(2024, 2, 9));
        await host.Tracking.Host.Store.AppendAsync(
            new Append([new StreamAppend(LedgerEntry.StreamOf(person), 3, [begun])], new EventMetadata("internships")), TestContext.Current.CancellationToken);

        host.SetDate("2023-08-09");
        Missing((await host.Clerk().GetAsync($"/v1/assistance/{person}"))["owed"]).ShouldBe((1, 3, 1, 0));
        host.SetDate("2023-08-10");
        Missing((await host.Clerk().GetAsync($"/v1/assistance/{person}"))["owed"]).ShouldBe((1, 3, 0, 0));
    }

    [Fact]
    public async Task Who_wants_to_start_up_is_owed_startup_services_and_who_works_is_owed_none()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (founder, worker) = (await host.JobSeekerAsync(), await host.JobSeekerAsync());
        (await host.ClassifyAsync(founder, "startup_intention", "own_word", null, "2023-08-01")).ShouldBe(HttpStatusCode.OK);
        (await host.ClassifyAsync(worker, "employed", "labour_contract", "HT-1", "2023-08-01")).ShouldBe(HttpStatusCode.OK);

        Missing((await host.Clerk().GetAsync($"/v1/assistance/{founder}"))["owed"]).ShouldBe((0, 0, 0, 1));
        await RenderAsync(host, founder, "policy_support");
        Missing((await host.Clerk().GetAsync($"/v1/assistance/{founder}"))["owed"]).ShouldBe((0, 0, 0, 0));
        (await host.Clerk().GetAsync($"/v1/assistance/{worker}")).Body!["owed"].ShouldBeNull();
    }

    [Fact]
    public async Task Officers_are_shown_what_their_people_lack_and_by_when()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (late, _) = (await host.JobSeekerAsync(CaseHost.Furong, "disabled"), await host.JobSeekerAsync());
        var assigned = new OfficerAssigned(late, CaseHost.Furong, "officer-1", new(2023, 8, 1));
        await host.Tracking.Host.Store.AppendAsync(
            new Append([new StreamAppend(LedgerEntry.StreamOf(late), 3, [assigned])], new EventMetadata("clerk")), TestContext.Current.CancellationToken);

        host.SetDate("2023-10-01");
        var officers = (await host.Clerk().GetAsync("/v1/assistance/officers")).Body!.AsArray();
        officers.Select(row => ((string?)row!["officer"], (int)row["people"]!, (int)row["overdue"]!, (int)row["missingRecommendations"]!))
            .ShouldBe([(null, 1, 1, 3), ("officer-1", 1, 1, 3)]);
        var own = (await host.Clerk().GetAsync("/v1/assistance?officer=officer-1"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)own["personId"]!, (bool)own["isHardship"]!, (bool)own["isOverdue"]!).ShouldBe((late, true, true));
    }

    [Fact]
    public async Task Hardship_graduates_hear_of_a_post_first()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (plain, busy, hardship) = (await host.JobSeekerAsync(), await host.JobSeekerAsync(), await host.JobSeekerAsync(CaseHost.Furong, "disabled"));
        await RenderAsync(host, busy, "job_recommendation", "甲岗");
        await RenderAsync(host, hardship, "job_recommendation", "甲岗");
        (await host.Clerk().GetAsync("/v1/assistance/first-call?education=bachelor")).Body!.AsArray().Select(row => (Guid)row!["personId"]!)
            .ShouldBe([hardship, plain, busy]);
        (await host.Clerk().GetAsync("/v1/assistance/first-call?education=doctor")).Body!.AsArray().ShouldBeEmpty();
        (await host.Clerk(CaseHost.Hengyang).GetAsync("/v1/assistance/first-call")).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_breaks_a_rule_is_refused()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        (await host.Clerk().PostAsync($"/v1/assistance/{person}/services", new { kind = "massage" })).ShouldBeProblem(HttpStatusCode.Conflict, "assistance.kind_unknown");
        (await host.Clerk().PostAsync($"/v1/assistance/{person}/services", new { kind = "job_recommendation" })).ShouldBeProblem(HttpStatusCode.Conflict, "assistance.job");
        var hengyang = host.Clerk(CaseHost.Hengyang);
        (await hengyang.PostAsync($"/v1/assistance/{person}/services", new { kind = "career_guidance" })).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        (await hengyang.GetAsync($"/v1/assistance/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hengyang.GetAsync("/v1/assistance"))["items"].AsArray().ShouldBeEmpty();
        (await hengyang.GetAsync("/v1/assistance?region=430102")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
    }

    private static async Task<JsonNode> RenderAsync(CaseHost host, Guid person, string kind, string? title = null)
    {
        var job = title is null ? null : new { title, employer = "示例公司", region = CaseHost.Furong };
        return (await host.Clerk().PostAsync($"/v1/assistance/{person}/services", new { kind, job })).ShouldBe(HttpStatusCode.Created).Body!;
    }

    private static (int Guidance, int Recommendations, int Trainings, int Startup) Missing(JsonNode owed) => (
        (int)owed["guidance"]!["missing"]!,
        (int)owed["recommendations"]!["missing"]!,
        (int)owed["trainingOrInternship"]!["missing"]!,
        (int)owed["startup"]!["missing"]!);
}
