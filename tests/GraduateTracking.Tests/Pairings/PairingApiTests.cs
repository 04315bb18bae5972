using System.Net;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Pairings;

/// <summary>Pairing through the API, and its limits when many pair at once (G3 §三(三)1).</summary>
public sealed class PairingApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_student_is_helped_until_the_ledger_knows_of_a_job()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var student = await host.JobSeekerAsync(CaseHost.Furong, "low_income_allowance_family");
        var (id, cadre) = await CadreAsync(host, "cadre-1");
        (await cadre.PostAsync($"/v1/cadres/{id}/students", new { personId = student })).ShouldBeProblem(HttpStatusCode.Conflict, "pairing.not_eligible");
        (await cadre.PostAsync($"/v1/cadres/{id}/students", new { personId = student, doubleFirstClass = false })).ShouldBe(HttpStatusCode.OK);
        (await cadre.PostAsync($"/v1/cadres/{id}/students/{student}/follow-ups", new { kind = "intention" })).ShouldBe(HttpStatusCode.OK);
        var row = await RowAsync(host);
        ((int)row["students"]!, (int)row["atLeast"]!, (int)row["lackingRecommendations"]!).ShouldBe((1, 3, 1));
        foreach (var title in (string[])["甲岗", "乙岗"])
        {
            var job = new { title, employer = "示例公司", region = CaseHost.Furong, reasons = new[] { "major", "region" } };
            (await cadre.PostAsync($"/v1/cadres/{id}/students/{student}/recommendations", new { job })).ShouldBe(HttpStatusCode.OK);
        }

        ((int)(await RowAsync(host))["lackingRecommendations"]!).ShouldBe(0);
        (await cadre.PostAsync($"/v1/cadres/{id}/students/{student}/end", new { reason = "employed" })).ShouldBeProblem(HttpStatusCode.Conflict, "pairing.not_employed");
        (await host.ClassifyAsync(student, "employed", "labour_contract", "HT-1", "2023-08-01")).ShouldBe(HttpStatusCode.OK);
        ((int)(await RowAsync(host))["employed"]!).ShouldBe(1);
        (await cadre.PostAsync($"/v1/cadres/{id}/students/{student}/end", new { reason = "employed" })).ShouldBe(HttpStatusCode.OK);

        var progress = (await host.Clerk("430000").GetAsync("/v1/cadres/progress")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((int)progress["paired"]!, (int)progress["employed"]!, (int)progress["target"]!).ShouldBe((1, 1, 4600));
        (await host.Clerk().GetAsync("/v1/cadres?below=true"))["items"].AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task However_many_pair_at_once_a_cadre_has_at_most_five_students()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (id, _) = await CadreAsync(host, "cadre-1");
        List<Guid> students = [];
        for (var i = 0; i < 12; i++)
        {
            students.Add(await host.PersonAsync(CaseHost.Furong, "2023-06-30", "low_income_allowance_family"));
        }

        var answers = await Task.WhenAll(students.Select(student =>
            host.Official("college_committee").PostAsync($"/v1/cadres/{id}/students", new { personId = student, doubleFirstClass = false })));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(5);
        answers.Where(answer => answer.Status != HttpStatusCode.OK).ShouldAllBe(answer => answer.Code == "pairing.limit_reached");
        (await host.Clerk().GetAsync($"/v1/cadres/{id}"))["students"].AsArray().Count.ShouldBe(5);
        (await host.Tracking.ScalarAsync<long>("SELECT count(*) FROM read.paired_students")).ShouldBe(5);
    }

    [Fact]
    public async Task However_many_want_a_student_at_once_the_student_has_one_cadre()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var student = await host.PersonAsync(CaseHost.Furong, "2023-06-30", "low_income_allowance_family");
        List<(Guid Id, ServiceClient Client)> cadres = [];
        for (var i = 0; i < 6; i++)
        {
            cadres.Add(await CadreAsync(host, $"cadre-{i}"));
        }

        var answers = await Task.WhenAll(cadres.Select(cadre =>
            cadre.Client.PostAsync($"/v1/cadres/{cadre.Id}/students", new { personId = student, doubleFirstClass = false })));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.Status != HttpStatusCode.OK).ShouldAllBe(answer => answer.Code == "pairing.already_paired");
    }

    [Fact]
    public async Task Another_cadre_acts_while_covering_and_takes_students_over()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var student = await host.PersonAsync(CaseHost.Furong, "2023-06-30", "low_income_allowance_family");
        var (id, cadre) = await CadreAsync(host, "cadre-1");
        var (otherId, other) = await CadreAsync(host, "cadre-2");
        (await cadre.PostAsync($"/v1/cadres/{id}/students", new { personId = student, doubleFirstClass = false })).ShouldBe(HttpStatusCode.OK);
        (await other.PostAsync($"/v1/cadres/{id}/students/{student}/follow-ups", new { kind = "progress" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.not_responsible");

        var cover = new { coverCadreId = otherId, from = "2023-08-01", to = "2023-08-10", reason = "外出培训" };
        (await cadre.PostAsync($"/v1/cadres/{id}/cover", cover)).ShouldBe(HttpStatusCode.OK);
        (await other.PostAsync($"/v1/cadres/{id}/students/{student}/follow-ups", new { kind = "progress" })).ShouldBe(HttpStatusCode.OK);
        host.SetDate("2023-08-11");
        (await other.PostAsync($"/v1/cadres/{id}/students/{student}/follow-ups", new { kind = "progress" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.not_responsible");

        (await cadre.PostAsync($"/v1/cadres/{id}/students/{student}/handover", new { toCadreId = otherId, reason = "工作调动" })).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().GetAsync($"/v1/cadres/{otherId}"))["students"].AsArray().ShouldHaveSingleItem();
        (await host.Clerk().GetAsync($"/v1/cadres/{id}"))["students"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cadres_and_students_of_another_prefecture_are_out_of_reach()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (id, cadre) = await CadreAsync(host, "cadre-1");
        var stranger = await host.PersonAsync("430406", "2023-06-30", "low_income_allowance_family");
        (await cadre.PostAsync($"/v1/cadres/{id}/students", new { personId = stranger, doubleFirstClass = false })).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        var hengyang = host.Clerk(CaseHost.Hengyang);
        (await hengyang.GetAsync($"/v1/cadres/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "cadre.not_found");
        (await hengyang.PostAsync($"/v1/cadres/{id}/students", new { personId = stranger })).ShouldBeProblem(HttpStatusCode.NotFound, "cadre.not_found");
        (await hengyang.GetAsync("/v1/cadres"))["items"].AsArray().ShouldBeEmpty();
        (await hengyang.PostAsync("/v1/cadres", Register("cadre-9"))).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("college_committee").PostAsync("/v1/cadres", Register("cadre-1"))).ShouldBeProblem(HttpStatusCode.Conflict, "cadre.already_registered");
    }

    private static object Register(string account) => new { account, programme = "golden_bridge", unit = "示例职业学院", region = CaseHost.Changsha };

    private static async Task<(Guid Id, ServiceClient Client)> CadreAsync(CaseHost host, string account)
    {
        var registered = (await host.Official("college_committee").PostAsync("/v1/cadres", Register(account))).ShouldBe(HttpStatusCode.Created);
        return ((Guid)registered["cadreId"], host.Official("college_committee", CaseHost.Changsha, account));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> RowAsync(CaseHost host) =>
        (await host.Clerk().GetAsync("/v1/cadres"))["items"].AsArray().ShouldHaveSingleItem()!;
}
