using System.Net;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Camps;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.GraduateTracking.Tests.Examples;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.GraduateTracking.Camps.Camp,
    YouthPlatform.GraduateTracking.Camps.CampState,
    YouthPlatform.GraduateTracking.Camps.CampCommand,
    YouthPlatform.GraduateTracking.Camps.CampEvent>;

namespace YouthPlatform.GraduateTracking.Tests.Camps;

/// <summary>Training camps for who was found through the unemployment register (H32 §二(九)22).</summary>
public sealed class CampTests(PostgresFixture postgres)
{
    private static readonly CategoryList Kinds = new([new("guidance", "就业指导"), new("salon", "职业沙龙")]);
    private static readonly CampPlan Plan = new(OtherId, "430100", "青年就业训练营", [new("guidance", Day), new("salon", Day.AddDays(1))]);
    private static readonly PlanCamp PlanIt = new(Plan, Kinds, "clerk-1", Day);
    private static readonly CampPlanned Planned = new(Plan, "clerk-1", Day);
    private static readonly EnrolInCamp Enrol = new(PersonId, "430104", CaseExamples.Check, "clerk-1", Day);
    private static readonly CampJoined Joined = new(OtherId, PersonId, "430104", CaseExamples.Check, "clerk-1", Day);
    private static readonly RecordAttendance Record = new(0, [PersonId, PersonId], "clerk-1", Day);
    private static readonly CampAttended Attended = new(OtherId, PersonId, "430104", 0, "guidance", "clerk-1", Day);
    private static readonly CancelCamp Cancel = new("报名人数不足", "clerk-1", Day);

    [Fact]
    public void GivenCamp_WhenSomebodyIsEnrolled_ThenOnlyWhoIsLongUnemployed()
    {
        Spec.Given(Planned).When(Enrol).Then(Joined);
        Spec.Given(Planned).When(Enrol with { Check = CaseExamples.Check with { Passed = false } }).ThenRejected("camp.not_long_term_unemployed");
        Spec.Given(Planned).When(Enrol with { Today = Day.AddDays(1) }).Events.ShouldHaveSingleItem();
        Spec.Given(Planned).When(Enrol with { Today = Day.AddDays(2) }).ThenRejected("camp.over");
        Spec.Given().When(PlanIt with { Plan = Plan with { Activities = [] } }).ThenRejected("camp.incomplete");
        Spec.Given().When(PlanIt with { Plan = Plan with { Activities = [new("party", Day)] } }).ThenRejected("camp.activity_unknown");
    }

    [Fact]
    public void GivenMember_WhenPresent_ThenRecordedOnce()
    {
        Spec.Given(Planned, Joined).When(Record).Then(Attended);
        Spec.Given(Planned, Joined, Attended).When(Record).ThenNothing();
        Spec.Given(Planned, Joined).When(Record with { Activity = 1 }).ThenRejected("camp.not_held_yet");
        Spec.Given(Planned, Joined).When(Record with { Activity = 2 }).ThenRejected("camp.activity_unknown");
        Spec.Given(Planned).When(Record).ThenRejected("camp.not_enrolled");
        Spec.Given(Planned, Joined, Attended).When(Cancel).ThenRejected("camp.begun");
    }

    [Fact]
    public void Every_command_in_every_state() => CommandTable.ShouldBe<Camp, CampState, CampCommand, CampEvent>(
        [PlanIt, Enrol, Record, Cancel],
        new Dictionary<string, IReadOnlyList<CampEvent>>
        {
            ["not planned"] = [],
            ["planned"] = [Planned, Joined],
            ["cancelled"] = [Planned, new CampCancelled(OtherId, "报名人数不足", "clerk-1", Day)],
        },
        """
        not planned + PlanCamp = CampPlanned
        not planned + EnrolInCamp = camp.not_planned
        not planned + RecordAttendance = camp.not_planned
        not planned + CancelCamp = camp.not_planned
        planned + PlanCamp = camp.already_planned
        planned + EnrolInCamp = -
        planned + RecordAttendance = CampAttended
        planned + CancelCamp = CampCancelled
        cancelled + PlanCamp = camp.already_planned
        cancelled + EnrolInCamp = camp.cancelled
        cancelled + RecordAttendance = camp.cancelled
        cancelled + CancelCamp = -
        """);

    [Fact]
    public async Task Who_was_registered_for_six_months_is_found_and_helped()
    {
        await using var host = await CaseHost.StartAsync(postgres, "2023-08-01");
        var (found, other) = (await host.JobSeekerAsync(), await host.JobSeekerAsync());
        await RegisterAsync(host, found, new(2023, 2, 1));
        await RegisterAsync(host, other, new(2023, 2, 2));
        var row = (await host.Clerk().GetAsync("/v1/camps/long-term-unemployed"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)row["personId"]!, (string)row["since"]!, row["helpedOn"]).ShouldBe((found, "2023-08-01", null));

        var body = new { region = CaseHost.Changsha, title = "青年就业训练营", activities = new[] { new { kind = "market_visit", on = "2023-08-01" } } };
        var camp = (await host.Clerk().PostAsync("/v1/camps", body)).ShouldBe(HttpStatusCode.Created)["campId"];
        (await host.Clerk().PostAsync($"/v1/camps/{camp}/members", new { personId = other })).ShouldBeProblem(HttpStatusCode.Conflict, "camp.not_long_term_unemployed");
        (await host.Clerk().PostAsync($"/v1/camps/{camp}/members", new { personId = found })).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().PostAsync($"/v1/camps/{camp}/activities/1/attendance", new { present = new[] { found } })).ShouldBe(HttpStatusCode.OK);
        (await host.Clerk().PostAsync($"/v1/assistance/{found}/services", new { kind = "career_guidance" })).ShouldBe(HttpStatusCode.Created);
        var helped = (await host.Clerk().GetAsync("/v1/camps/long-term-unemployed"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)helped["helpedOn"]).ShouldBe("2023-08-01");
        await Eventually.BecomesAsync(
            async () => await host.Tracking.ScalarAsync<long>("SELECT count(*) FROM public_log.events WHERE data::text LIKE '%training_camp%' OR (data::text LIKE '%helpedOn%')") == 2,
            TimeSpan.FromSeconds(60),
            "the camp and the service are published as help");
    }

    [Fact]
    public async Task Camps_of_another_prefecture_are_out_of_reach()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var body = new { region = CaseHost.Changsha, title = "青年就业训练营", activities = new[] { new { kind = "salon", on = "2023-08-01" } } };
        var hengyang = host.Clerk(CaseHost.Hengyang);
        (await hengyang.PostAsync("/v1/camps", body)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        var camp = (await host.Clerk().PostAsync("/v1/camps", body)).ShouldBe(HttpStatusCode.Created)["campId"];
        (await hengyang.GetAsync($"/v1/camps/{camp}")).ShouldBeProblem(HttpStatusCode.NotFound, "camp.not_found");
        (await hengyang.PostAsync($"/v1/camps/{camp}/cancellation", new { reason = "理由" })).ShouldBeProblem(HttpStatusCode.NotFound, "camp.not_found");
        (await hengyang.GetAsync("/v1/camps"))["items"].AsArray().ShouldBeEmpty();
        (await host.Clerk().PostAsync($"/v1/camps/{camp}/cancellation", new { reason = "报名人数不足" })).ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("cancelled");
    }

    private static async Task RegisterAsync(CaseHost host, Guid person, DateOnly on)
    {
        var registered = new LedgerEntryEvent.UnemploymentRegistered(person, CaseHost.Furong, Guid.Empty, on, 22);
        await host.Tracking.Host.Store.AppendAsync(
            new Append([new StreamAppend(LedgerEntry.StreamOf(person), 3, [registered])], new EventMetadata("register")), TestContext.Current.CancellationToken);
    }
}
