using System.Net;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.GraduateTracking.WelfarePosts;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePost,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostState,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostCommand,
    YouthPlatform.GraduateTracking.WelfarePosts.WelfarePostEvent>;

namespace YouthPlatform.GraduateTracking.Tests.WelfarePosts;

/// <summary>A public-welfare post is the last resort (H32 §二(九)21, W62 §二(九)).</summary>
public sealed class WelfarePostTests(PostgresFixture postgres)
{
    private static readonly WelfarePostFile File = new(PersonId, "430104", "协理员", "示例街道办事处", Day, Day.AddYears(1), "clerk-1", Day);
    private static readonly NamedCheck Passed = new("recommendations_failed", true, new Dictionary<string, string>(), Rule);
    private static readonly ProposeWelfarePost Propose = new(File, [Passed]);
    private static readonly WelfarePostProposed Proposed = new(File, [Passed]);
    private static readonly ApproveWelfarePost Approve = new([Passed], "approver-1", Day);
    private static readonly WelfarePostApproved Approved = new(File, [Passed], "approver-1", Day);

    [Fact]
    public void GivenWhatIsOwedWasNotOffered_WhenProposedOrApproved_ThenRejected()
    {
        Spec.Given().When(Propose).Then(Proposed);
        Spec.Given().When(Propose with { Checks = [Passed with { Passed = false }] }).ThenRejected("welfare_post.not_last_resort");
        Spec.Given(Proposed).When(Approve).Then(Approved);
        Spec.Given(Proposed).When(Approve with { Checks = [Passed with { Passed = false }] }).ThenRejected("welfare_post.not_last_resort");
        Spec.Given(Proposed).When(Approve with { Actor = "clerk-1" }).ThenRejected("four_eyes.same_person");
        Spec.Given().When(Propose with { File = File with { To = Day.AddDays(-1) } }).ThenRejected("welfare_post.incomplete");
        Spec.Given(Proposed, Approved).When(new EndWelfarePost("另行就业", Day.AddDays(1), "clerk-1", Day)).ThenRejected("welfare_post.date");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<WelfarePost, WelfarePostState, WelfarePostCommand, WelfarePostEvent>(
        [Propose, Approve, new RejectWelfarePost("企业已提供岗位", "approver-1", Day), new EndWelfarePost("另行就业", Day, "clerk-1", Day)],
        new Dictionary<string, IReadOnlyList<WelfarePostEvent>> { ["none"] = [], ["proposed"] = [Proposed], ["placed"] = [Proposed, Approved] },
        """
        none + ProposeWelfarePost = WelfarePostProposed
        none + ApproveWelfarePost = welfare_post.not_found
        none + RejectWelfarePost = welfare_post.not_found
        none + EndWelfarePost = welfare_post.not_found
        proposed + ProposeWelfarePost = welfare_post.exists
        proposed + ApproveWelfarePost = WelfarePostApproved
        proposed + RejectWelfarePost = WelfarePostRejected
        proposed + EndWelfarePost = welfare_post.not_found
        placed + ProposeWelfarePost = welfare_post.exists
        placed + ApproveWelfarePost = -
        placed + RejectWelfarePost = welfare_post.not_found
        placed + EndWelfarePost = WelfarePostEnded
        """);

    [Fact]
    public async Task A_post_is_given_once_all_that_is_owed_was_offered_in_vain()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync(CaseHost.Furong, "disabled");
        var body = new { title = "协理员", unit = "示例街道办事处", from = "2023-11-01", to = "2024-10-31" };
        (await host.Clerk().PostAsync($"/v1/welfare-posts/{person}", body)).ShouldBeProblem(HttpStatusCode.Conflict, "welfare_post.not_last_resort");
        (await host.Clerk().GetAsync($"/v1/welfare-posts/{person}/checks")).Body!.AsArray().Where(check => !(bool)check!["passed"]!)
            .Select(check => (string)check!["name"]!).ShouldBe(["guidance_offered", "recommendations_failed", "training_or_internship_offered"]);
        object[] services =
        [
            new { kind = "career_guidance" }, new { kind = "skill_training" },
            .. Enumerable.Range(1, 3).Select(number => new { kind = "job_recommendation", job = new { title = $"岗位{number}", employer = "示例公司", region = CaseHost.Furong } }),
        ];
        foreach (var service in services)
        {
            (await host.Clerk().PostAsync($"/v1/assistance/{person}/services", service)).ShouldBe(HttpStatusCode.Created);
        }

        (await host.Clerk().PostAsync($"/v1/welfare-posts/{person}", body)).ShouldBe(HttpStatusCode.Created);
        (await host.Official("approver", CaseHost.Hengyang).PostAsync($"/v1/welfare-posts/{person}/approval")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Official("approver").PostAsync($"/v1/welfare-posts/{person}/approval")).ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("placed");
        (await host.Clerk().GetAsync("/v1/welfare-posts?status=placed"))["items"].AsArray().ShouldHaveSingleItem();
        (await host.Clerk(CaseHost.Hengyang).GetAsync("/v1/welfare-posts"))["items"].AsArray().ShouldBeEmpty();
    }
}
