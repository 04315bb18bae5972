using System.Net;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Entrepreneurship.Tests.Journeys;

/// <summary>Applications, documents, judges and their limits over HTTP.</summary>
public sealed class ApplicationApiTests(PostgresFixture postgres)
{
    private static readonly Guid Leader = Samples.Id(2);
    private static readonly byte[] Pdf = "%PDF-1.4 example"u8.ToArray();

    [Fact]
    public async Task FieldsAreReturnedCorrectedAndAccepted()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var project = await host.SubmittedAsync(Leader);
        var path = $"/v1/projects/{(Guid)project["projectId"]}";
        object fields = new { fields = new[] { new { path = "/content/summary", code = "unclear", reason = "请说明技术路线" } } };
        (await host.Official("college_committee", "430400").PostAsync($"{path}/return", fields, project.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("reviewer").PostAsync($"{path}/return", fields, project.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.role_forbidden");
        project = (await host.College.PostAsync($"{path}/return", fields, project.ETag)).ShouldBe(HttpStatusCode.OK);
        var leader = host.Person(Leader);
        (await leader.PostAsync($"{path}/submission", etag: project.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "review.nothing_corrected");
        project = (await leader.PostAsync($"{path}/content", GrantsHost.Content(Leader, amount: 12_000), project.ETag)).ShouldBe(HttpStatusCode.OK);
        project = (await leader.PostAsync($"{path}/submission", etag: project.ETag)).ShouldBe(HttpStatusCode.OK);
        project = (await host.College.PostAsync($"{path}/acceptance", etag: project.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string)project["state"]!).ShouldBe("accepted");
        ((int)(await host.Committee.GetAsync(GrantsHost.Programme))["field"]!).ShouldBe(1);
        (await leader.PostAsync($"{path}/withdrawal", new { reason = "另有安排" }, project.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)(await host.Committee.GetAsync(GrantsHost.Programme))["field"]!).ShouldBe(0);
    }

    [Fact]
    public async Task DocumentsAreKeptWithTheirHashAndGoWithTheirBytes()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var draft = (await host.DraftAsync(Leader, GrantsHost.Content(Leader))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/projects/{(Guid)draft["projectId"]}/documents";
        var leader = host.Person(Leader);
        var named = $"{path}?kind=business_plan&name=plan.pdf";
        (await GrantsHost.UploadAsync(leader, named, new byte[5_242_881], "application/pdf", draft.ETag!)).ShouldBeProblem(HttpStatusCode.Conflict, "document.size_forbidden");
        var added = (await GrantsHost.UploadAsync(leader, named, Pdf, "application/pdf", draft.ETag!)).ShouldBe(HttpStatusCode.OK);
        var document = added["documents"][0]!;
        ((string)document["sha256"]!).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)));
        var read = $"{path}/{(Guid)document["documentId"]!}";
        (await leader.Http.GetByteArrayAsync(read, TestContext.Current.CancellationToken)).ShouldBe(Pdf);
        (await host.Person(Samples.Id(3)).GetAsync(read)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        (await leader.PostAsync($"{read}/removal", etag: added.ETag)).ShouldBe(HttpStatusCode.OK);
        (await leader.GetAsync(read)).ShouldBeProblem(HttpStatusCode.NotFound, "document.unknown");
    }

    [Fact]
    public async Task RelatedApplicantsAreShownToOfficialsOnly()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var first = (Guid)(await host.SubmittedAsync(Leader, phone: "139 0000 0000"))["projectId"];
        var second = (Guid)(await host.SubmittedAsync(Samples.Id(3), phone: "13900000000"))["projectId"];
        await host.SubmittedAsync(Samples.Id(4), phone: "13900000001");
        var related = (await host.College.GetAsync($"/v1/projects/{first}"))["related"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)related["projectId"]!).ShouldBe(second);
        ((string)related["shares"]![0]!).ShouldBe("phone");
        var own = await host.Person(Leader).GetAsync($"/v1/projects/{first}");
        own["related"].AsArray().ShouldBeEmpty();
        own.Body!.ToJsonString().ShouldNotContain("1390000");
    }

    [Fact]
    public async Task ProjectsAreThoseOfTheCallersRegionsOrTheirOwn()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        await host.SubmittedAsync(Leader);
        (await host.DraftAsync(Samples.Id(3), GrantsHost.Content(Samples.Id(3)))).ShouldBe(HttpStatusCode.Created);
        (await host.College.GetAsync("/v1/projects?programme=golden_bridge"))["items"].AsArray().Count.ShouldBe(1, "Drafts are their authors' own.");
        (await host.Official("college_committee", "430400").GetAsync("/v1/projects"))["items"].AsArray().ShouldBeEmpty();
        (await host.Person(Samples.Id(3)).GetAsync("/v1/projects"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Person(Leader).PostAsync("/v1/projects", new { programme = "golden_bridge", year = 2023, region = "430100", content = GrantsHost.Content(Samples.Id(3)) }))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        (await host.DraftAsync(Leader, GrantsHost.Content(Leader), "420100")).ShouldBeProblem(HttpStatusCode.BadRequest, "project.region_outside");
    }

    [Fact]
    public async Task AJudgeWithATieIsNotDrawnAndOneWhoStepsBackIsReplaced()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        var project = await host.AcceptedAsync(Leader);
        await host.RegisterJudgesAsync("judge-1", "judge-2", "judge-3", "judge-4", "judge-5");
        (await host.Judge("judge-1").PostAsync("/v1/judges/ties", new { ties = new[] { new { kind = "person", value = Leader.ToString() } } })).ShouldBe(HttpStatusCode.OK);
        host.SetDate(GrantsHost.WindowOver);
        await host.StepAsync(host.Committee, "closing");
        (await host.StepAsync(host.Committee, "panel")).ShouldBe(HttpStatusCode.OK);
        (await host.Judge("judge-1").GetAsync("/v1/assessments"))["items"].AsArray().ShouldBeEmpty();
        (await host.Judge("judge-1").GetAsync($"/v1/assessments/{project}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.not_judge");
        var drawn = await DrawnAsync(host);
        drawn.Count.ShouldBe(3);
        var seen = await host.Judge(drawn[0]).GetAsync($"/v1/assessments/{project}");
        seen.Body!.ToJsonString().ShouldNotContain(Leader.ToString(), Case.Insensitive, "Judges see no people.");
        (await host.Judge(drawn[0]).PostAsync($"/v1/assessments/{project}/recusal", new { reason = "曾有合作" })).ShouldBe(HttpStatusCode.OK);
        (await DrawnAsync(host)).Except(drawn).ShouldHaveSingleItem().ShouldNotBe("judge-1");
        (await host.StepAsync(host.Committee, "ranking")).ShouldBeProblem(HttpStatusCode.Conflict, "programme.scores_missing");
    }

    private static async Task<List<string>> DrawnAsync(GrantsHost host)
    {
        List<string> drawn = [];
        foreach (var judge in (string[])["judge-1", "judge-2", "judge-3", "judge-4", "judge-5"])
        {
            if ((await host.Judge(judge).GetAsync("/v1/assessments"))["items"].AsArray().Count > 0)
            {
                drawn.Add(judge);
            }
        }

        return drawn;
    }
}
