using System.Net;
using YouthPlatform.GraduateTracking.JobSearchAllowances;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.JobSearchAllowances.Allowance,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceState,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceCommand,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceEvent>;

namespace YouthPlatform.GraduateTracking.Tests.JobSearchAllowances;

/// <summary>The one-off job-search allowance (W62 §二(九): seven kinds; H32 附件2 column 7).</summary>
public sealed class AllowanceTests(PostgresFixture postgres)
{
    private static readonly AllowanceFile File = new(PersonId, "420102", "orphan", "GE-1", Money.Of(1500), "clerk-1", Day);
    private static readonly CategoryList Kinds = new([new("orphan", "孤儿"), new("disabled", "残疾")]);
    private static readonly EligibilityResult Eligible = new(true, "hardship_graduate_of_the_year", [], Rule);
    private static readonly ApplyForAllowance Apply = new(File, Kinds, Eligible, Rule);
    private static readonly AllowanceApplied Applied = new(File, [], Rule);
    private static readonly AllowanceApproved Approved = new(File, "approver-1", Day);
    private static readonly AllowanceRejected Rejected = new(PersonId, "证明材料已过期", "approver-1", Day);

    [Fact]
    public void GivenNothing_WhenApplied_ThenWithTheChecks()
    {
        Spec.Given().When(Apply).Then(Applied);
        Spec.Given().When(Apply with { File = File with { Kind = "rich" } }).ThenRejected("job_search.kind_unknown");
        Spec.Given().When(Apply with { File = File with { Reference = "430104200001010014" } }).ThenRejected("job_search.reference_invalid");
        Spec.Given().When(Apply with { Eligibility = new(false, null, [], Rule) }).ThenRejected("job_search.not_eligible");
    }

    [Fact]
    public void GivenApplication_WhenApprovedByTheApplicant_ThenRejected()
    {
        Spec.Given(Applied).When(new ApproveAllowance("clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new RejectAllowance("理由", "clerk-1", Day)).ThenRejected("four_eyes.same_person");
        Spec.Given(Applied).When(new RejectAllowance("", "approver-1", Day)).ThenRejected("reason.missing");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Allowance, AllowanceState, AllowanceCommand, AllowanceEvent>(
        [Apply with { File = File with { Kind = "disabled" } }, new ApproveAllowance("approver-1", Day), new RejectAllowance("理由", "approver-1", Day)],
        new Dictionary<string, IReadOnlyList<AllowanceEvent>>
        {
            ["none"] = [], ["applied"] = [Applied], ["approved"] = [Applied, Approved], ["rejected"] = [Applied, Rejected],
        },
        """
        none + ApplyForAllowance = AllowanceApplied
        none + ApproveAllowance = job_search.not_applied
        none + RejectAllowance = job_search.not_applied
        applied + ApplyForAllowance = job_search.applied_already
        applied + ApproveAllowance = AllowanceApproved
        applied + RejectAllowance = AllowanceRejected
        approved + ApplyForAllowance = job_search.applied_already
        approved + ApproveAllowance = -
        approved + RejectAllowance = job_search.decided
        rejected + ApplyForAllowance = AllowanceApplied
        rejected + ApproveAllowance = job_search.decided
        rejected + RejectAllowance = -
        """);

    [Fact]
    public async Task What_is_approved_stands_in_the_next_pay_run_once()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.PersonAsync(CaseHost.Jiangan, "2023-06-30");
        var path = $"/v1/job-search-allowances/{person}";
        var applied = await host.Graduate(person).PostAsync(path, new { kind = "disabled_poor_family", reference = "PK-1", isCollegeInArea = true });
        applied.ShouldBe(HttpStatusCode.Created)["amount"]["amount"]!.GetValue<string>().ShouldBe("1500.00");
        (await host.Official("approver", CaseHost.Wuhan).PostAsync($"{path}/approval", null, applied.ETag)).ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("approved");
        (await host.Clerk(CaseHost.Wuhan).PostAsync(path, new { kind = "disabled", reference = "CJ-1", isCollegeInArea = true }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "job_search.applied_already");

        var run = await host.Clerk(CaseHost.Wuhan).PostAsync("/v1/pay-runs", new { region = CaseHost.Wuhan });
        run.ShouldBe(HttpStatusCode.Created)["lines"].AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("job_search");
        (await host.Clerk(CaseHost.Wuhan).GetAsync("/v1/job-search-allowances?status=approved"))["items"].AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_hardship_graduates_of_the_year_and_area_are_eligible_and_nobody_else_sees_it()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var (person, older) = (await host.PersonAsync(CaseHost.Furong), await host.PersonAsync(CaseHost.Furong, "2022-06-30"));
        (await host.Clerk().PostAsync($"/v1/job-search-allowances/{person}", new { kind = "disabled", reference = "CJ-1", isCollegeInArea = false }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "job_search.not_eligible");
        (await host.Clerk().PostAsync($"/v1/job-search-allowances/{older}", new { kind = "disabled", reference = "CJ-1", isCollegeInArea = true }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "job_search.not_eligible");
        (await host.Clerk().PostAsync($"/v1/job-search-allowances/{person}", new { kind = "orphan", reference = "GE-1", isCollegeInArea = true }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "job_search.kind_unknown");
        var applied = (await host.Clerk().PostAsync($"/v1/job-search-allowances/{person}", new { kind = "disabled", reference = "CJ-1", isCollegeInArea = true }))
            .ShouldBe(HttpStatusCode.Created);
        (await host.Official("approver", CaseHost.Hengyang).PostAsync($"/v1/job-search-allowances/{person}/approval", null, applied.ETag)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Graduate(older).GetAsync($"/v1/job-search-allowances/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Graduate(person).GetAsync($"/v1/job-search-allowances/{person}")).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk(CaseHost.Hengyang).GetAsync("/v1/job-search-allowances"))["items"].AsArray().ShouldBeEmpty();
    }
}
