using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Casework;

/// <summary>The rows of casework follow from the log alone.</summary>
public sealed class RebuildTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Rebuilt_rows_equal_the_live_ones()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        await HappenAsync(host);
        var rebuilder = host.Tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();
        foreach (var name in (string[])["ledger", "assistance", "pairings", "job_search_allowances", "destinations", "plans", "welfare_posts", "camps"])
        {
            (await rebuilder.CompareAsync(name, TestContext.Current.CancellationToken)).ShouldBeEmpty(name);
        }

        foreach (var table in (string[])["assistance_services", "pairings", "job_search_allowances", "destinations", "plan_open_steps", "camps"])
        {
            (await host.Tracking.ScalarAsync<long>($"SELECT count(*) FROM read.{table}")).ShouldBeGreaterThan(0, table);
        }
    }

    private static async Task HappenAsync(CaseHost host)
    {
        var (person, clerk) = (await host.JobSeekerAsync(CaseHost.Furong, "disabled"), host.Clerk());
        var service = await clerk.PostAsync($"/v1/assistance/{person}/services", new { kind = "career_guidance" });
        (await clerk.PostAsync($"/v1/assistance/{person}/services/{service["serviceId"]}/withdrawal", new { reason = "录入错误" })).ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync($"/v1/assistance/{person}/services", new { kind = "skill_training" })).ShouldBe(HttpStatusCode.Created);
        var cadre = (await clerk.PostAsync("/v1/cadres", new { programme = "hardship", unit = "芙蓉区就业服务中心", region = CaseHost.Changsha })).ShouldBe(HttpStatusCode.Created)["cadreId"];
        (await clerk.PostAsync($"/v1/cadres/{cadre}/students", new { personId = person })).ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync($"/v1/cadres/{cadre}/students/{person}/follow-ups", new { kind = "guidance" })).ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync($"/v1/job-search-allowances/{person}", new { kind = "disabled", reference = "CJ-1", isCollegeInArea = true })).ShouldBe(HttpStatusCode.Created);
        var steps = new[] { new { kind = "guidance", dueOn = "2023-09-01" }, new { kind = "training", dueOn = "2023-10-01" } };
        var plan = (await clerk.PostAsync($"/v1/plans/{person}", new { responsible = "clerk-7", steps })).ShouldBe(HttpStatusCode.Created);
        (await clerk.PostAsync($"/v1/plans/{person}/revisions", new { responsible = "clerk-8", steps, reason = "改期" }, plan.ETag)).ShouldBe(HttpStatusCode.OK);
        var activities = new[] { new { kind = "salon", on = "2023-08-20" } };
        (await clerk.PostAsync("/v1/camps", new { region = CaseHost.Changsha, title = "青年就业训练营", activities })).ShouldBe(HttpStatusCode.Created);
        (await host.Graduate(person).PostAsync($"/v1/destinations/{person}", new { code = "flexible" })).ShouldBe(HttpStatusCode.Created);
        var destination = await clerk.GetAsync($"/v1/destinations/{person}");
        (await host.Official("reviewer").PostAsync($"/v1/destinations/{person}/verification", new { source = "tax" }, destination.ETag)).ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync($"/v1/cadres/{cadre}/students/{person}/end", new { reason = "employed" })).ShouldBe(HttpStatusCode.OK);
    }
}
