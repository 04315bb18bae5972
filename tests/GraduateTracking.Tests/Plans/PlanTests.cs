using System.Net;
using YouthPlatform.GraduateTracking.Plans;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Plans.Plan,
    YouthPlatform.GraduateTracking.Plans.PlanState,
    YouthPlatform.GraduateTracking.Plans.PlanCommand,
    YouthPlatform.GraduateTracking.Plans.PlanEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Plans;

/// <summary>Hardships are recognized on evidence, and each hardship graduate gets an individual plan, 一人一策 (H32 §二(九)21).</summary>
public sealed class PlanTests(PostgresFixture postgres)
{
    private static readonly CategoryList Kinds = new([new("guidance", "职业指导"), new("training", "优先组织培训")]);
    private static readonly CategoryList Ends = new([new("employed", "已就业"), new("declined", "本人放弃")]);
    private static readonly StepDraft Guidance = new("guidance", Day);
    private static readonly StepDraft Training = new("training", Day.AddDays(30), "clerk-2");
    private static readonly DrawUpPlan Draw = new(PersonId, "430104", true, "clerk-1", [Guidance, Training], new(Kinds, Rule, null), "clerk-1", Day);
    private static readonly PlanStep First = new(1, "guidance", "clerk-1", Day);
    private static readonly PlanStep Second = new(2, "training", "clerk-2", Day.AddDays(30));
    private static readonly PlanDrawnUp Drawn = new(PersonId, "430104", 1, "clerk-1", [First, Second], Rule, "clerk-1", Day);
    private static readonly CompleteStep Complete = new(1, Day, "clerk-1", Day);
    private static readonly PlanStepDone Done = new(PersonId, "430104", 1, "guidance", "clerk-1", Day);
    private static readonly RevisePlan Revise = new("clerk-3", [Training], "本人希望改期", Kinds, "clerk-1", Day);
    private static readonly PlanRevised Revised = new(
        PersonId, "430104", 2, "clerk-3", [Second with { Number = 3 }], [2], "本人希望改期", "clerk-1", Day);

    private static readonly EndPlan End = new("employed", Ends, "clerk-1", Day);
    private static readonly PlanEnded Ended = new(PersonId, "430104", "employed", [1, 2], "clerk-1", Day);

    [Fact]
    public void GivenHardshipGraduate_WhenDrawnUp_ThenWithStepsPeopleAndDates()
    {
        Spec.Given().When(Draw).Then(Drawn);
        Spec.Given().When(Draw with { IsHardship = false }).ThenRejected("plan.no_hardship");
        Spec.Given().When(Draw with { Steps = [] }).ThenRejected("plan.incomplete");
        Spec.Given().When(Draw with { Responsible = " " }).ThenRejected("plan.incomplete");
        Spec.Given().When(Draw with { Steps = [Guidance with { Kind = "holiday" }] }).ThenRejected("plan.step_kind_unknown");
        Spec.Given().When(Draw with { Steps = [Guidance with { DueOn = Day.AddDays(-1) }] }).ThenRejected("plan.step_date");
    }

    [Fact]
    public void GivenPlan_WhenRevised_ThenOpenStepsAreReplacedAndWhatWasDoneStays()
    {
        Spec.Given(Drawn, Done).When(Revise).Then(Revised);
        Spec.Given(Drawn, Done).When(Revise with { Reason = "" }).ThenRejected("reason.missing");
        Spec.Given(Drawn, Done, Revised).When(Complete with { Number = 2 }).ThenRejected("plan.step_unknown");
        Spec.Given(Drawn, Done, Revised).When(Complete with { Number = 3 }).Events.ShouldHaveSingleItem();
        Spec.Given(Drawn, Done, Revised).When(Complete).ThenNothing();
    }

    [Fact]
    public void GivenEndedPlan_WhenDrawnUpAnew_ThenItsRevisionGoesOn()
    {
        Spec.Given(Drawn, Ended).When(Draw).Then(Drawn with { Revision = 2 });
        Spec.Given(Drawn).When(Complete with { DoneOn = Day.AddDays(1) }).ThenRejected("plan.step_date");
        Spec.Given(Drawn).When(End with { Reason = "bored" }).ThenRejected("plan.end_unknown");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Plan, PlanState, PlanCommand, PlanEvent>(
        [Draw, Revise, Complete, End],
        new Dictionary<string, IReadOnlyList<PlanEvent>> { ["none"] = [], ["running"] = [Drawn], ["ended"] = [Drawn, Ended] },
        """
        none + DrawUpPlan = PlanDrawnUp
        none + RevisePlan = plan.not_running
        none + CompleteStep = plan.not_running
        none + EndPlan = plan.not_running
        running + DrawUpPlan = plan.running
        running + RevisePlan = PlanRevised
        running + CompleteStep = PlanStepDone
        running + EndPlan = PlanEnded
        ended + DrawUpPlan = PlanDrawnUp
        ended + RevisePlan = plan.not_running
        ended + CompleteStep = plan.not_running
        ended + EndPlan = -
        """);

    [Fact]
    public async Task A_recognized_hardship_asks_for_a_plan_whose_steps_fall_due()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync();
        (await host.Clerk().PostAsync($"/v1/plans/{person}", Body)).ShouldBeProblem(HttpStatusCode.Conflict, "plan.no_hardship");
        (await RecognizeAsync(host, person, "allowance_certificate")).ShouldBeProblem(HttpStatusCode.Conflict, "hardship.evidence_insufficient");
        (await RecognizeAsync(host, person, "disability_card")).ShouldBe(HttpStatusCode.OK)["hardshipCategories"].AsArray().Count.ShouldBe(1);
        var missing = (await host.Clerk().GetAsync("/v1/plans/missing"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)missing["personId"]!, (string)missing["dueOn"]!).ShouldBe((person, "2023-08-31"));

        var plan = (await host.Clerk().PostAsync($"/v1/plans/{person}", Body)).ShouldBe(HttpStatusCode.Created);
        (await host.Clerk().GetAsync("/v1/plans/missing"))["items"].AsArray().ShouldBeEmpty();
        host.SetDate("2023-09-02");
        var due = (await host.Clerk().GetAsync("/v1/plans/due-steps"))["items"].AsArray();
        due.Select(item => ((string)item!["dueOn"]!, (bool)item["isOverdue"]!)).ShouldBe([("2023-09-01", true), ("2023-10-01", false)]);
        (await host.Clerk().GetAsync("/v1/plans/due-steps?responsible=clerk-8"))["items"].AsArray().ShouldHaveSingleItem();
        var done = await host.Clerk().PostAsync($"/v1/plans/{person}/steps/1/completion", new { doneOn = "2023-09-01" }, plan.ETag);
        done.ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().PostAsync($"/v1/plans/{person}/revisions", Body, plan.ETag)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await host.Clerk().PostAsync($"/v1/plans/{person}/end", new { reason = "employed" }, done.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().GetAsync("/v1/plans/due-steps"))["items"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Plans_and_hardships_of_another_prefecture_are_out_of_reach()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync(CaseHost.Furong, "disabled");
        (await host.Clerk().PostAsync($"/v1/plans/{person}", Body)).ShouldBe(HttpStatusCode.Created);
        var hengyang = host.Clerk(CaseHost.Hengyang);
        (await hengyang.GetAsync($"/v1/plans/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hengyang.PostAsync($"/v1/plans/{person}/end", new { reason = "employed" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hengyang.GetAsync("/v1/plans/due-steps"))["items"].AsArray().ShouldBeEmpty();
        (await host.Official("reviewer", CaseHost.Hengyang).PostAsync(
            $"/v1/ledger/{person}/hardships/disabled/end", new { reason = "康复" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Official("reviewer").PostAsync(
            $"/v1/ledger/{person}/hardships/disabled/end", new { reason = "康复" }, await host.ETagAsync($"/v1/ledger/{person}"))).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().GetAsync($"/v1/ledger/{person}"))["entry"]["hardshipCategories"]!.AsArray().ShouldBeEmpty();
    }

    private static object Body => new
    {
        responsible = "clerk-7",
        reason = "本人希望改期",
        steps = new[] { new { kind = "guidance", dueOn = "2023-09-01", responsible = (string?)null }, new { kind = "training", dueOn = "2023-10-01", responsible = (string?)"clerk-8" } },
    };

    private static async Task<YouthPlatform.Testing.Hosting.ServiceReply> RecognizeAsync(CaseHost host, Guid person, string evidence) =>
        await host.Official("reviewer").PostAsync(
            $"/v1/ledger/{person}/hardships", new { category = "disabled", evidence, reference = "CJ-1" }, await host.ETagAsync($"/v1/ledger/{person}"));
}
