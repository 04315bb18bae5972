using System.Net;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Journeys;

/// <summary>Vouchers, incubators and events over HTTP.</summary>
public sealed class ServiceApiTests(PostgresFixture postgres)
{
    private static readonly Guid Person = Samples.Id(2);

    [Fact]
    public async Task AVoucherIsRedeemedOnceSettledByAttendanceAndPaid()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var body = Unit(host, ServiceSamples.Body);
        object issue = new { personId = Person, kind = "founding", region = "430100" };
        var voucher = (await host.Official("clerk").PostAsync("/v1/vouchers", issue)).ShouldBe(HttpStatusCode.Created);
        ((string)voucher["amount"]["amount"]!).ShouldBe("1200.00");
        (await host.Official("clerk").PostAsync("/v1/vouchers", issue)).ShouldBeProblem(HttpStatusCode.Conflict, "voucher.already_issued");
        var path = $"/v1/vouchers/{(Guid)voucher["voucherId"]}";
        var code = (string)(await host.Person(Person).GetAsync($"{path}/code"))["text"]!;
        (await host.Person(Samples.Id(3)).GetAsync($"{path}/code")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");

        object plan = new { region = "430100", kind = "founding", title = "创办企业班", sessions = new[] { GrantsHost.Opened } };
        var course = (await body.PostAsync("/v1/courses", plan)).ShouldBe(HttpStatusCode.Created);
        var id = (Guid)course["courseId"];
        (await Unit(host, "other").PostAsync("/v1/vouchers/redemptions", new { code, courseId = id })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        (await body.PostAsync("/v1/vouchers/redemptions", new { code = $"{code}A", courseId = id })).ShouldBeProblem(HttpStatusCode.BadRequest, "voucher.code_invalid");
        (await body.PostAsync("/v1/vouchers/redemptions", new { code, courseId = id })).ShouldBe(HttpStatusCode.OK);
        course = (await body.PostAsync($"/v1/courses/{id}/sessions/1", new { present = new[] { Person } }, course.ETag)).ShouldBe(HttpStatusCode.OK);
        (await body.PostAsync($"{path}/settlement")).ShouldBeProblem(HttpStatusCode.Conflict, "course.not_finished");
        (await body.PostAsync($"/v1/courses/{id}/finish", etag: course.ETag)).ShouldBe(HttpStatusCode.OK);
        voucher = (await body.PostAsync($"{path}/settlement")).ShouldBe(HttpStatusCode.OK);
        (await host.Official("approver", "430400").PostAsync($"{path}/settlement/approval", etag: voucher.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Approver.PostAsync($"{path}/settlement/approval", etag: voucher.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ConfirmedAccountAsync(body);
        var paid = (await host.PayAsync(GrantsHost.Opened))["lines"][0]!;
        ((string)paid["net"]!["amount"]!).ShouldBe("1200.00");
        ((string)paid["payeeCode"]!).ShouldBe(ServiceSamples.Body);
    }

    [Fact]
    public async Task AnIncubatorIsCertifiedFilledAndChecked()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var unit = Unit(host, ServiceSamples.Body);
        object file = new { name = "示例创业孵化基地", region = "430100", places = 3, services = new[] { "legal" } };
        var incubator = (await unit.PostAsync("/v1/incubators", file)).ShouldBe(HttpStatusCode.Created);
        (await unit.PostAsync("/v1/incubators", file)).ShouldBeProblem(HttpStatusCode.Conflict, "incubator.already_applied");
        var path = $"/v1/incubators/{(Guid)incubator["incubatorId"]}";
        (await host.Official("reviewer", "430400").PostAsync($"{path}/certification", etag: incubator.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        incubator = (await host.Official("reviewer").PostAsync($"{path}/certification", etag: incubator.ETag)).ShouldBe(HttpStatusCode.OK);
        object space = new { leaderId = Person, isGraduate = true, places = 2, terms = "free", from = GrantsHost.Opened };
        incubator = (await unit.PostAsync($"{path}/tenants", space, incubator.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)incubator["freePlaces"]!).ShouldBe(1);
        (await unit.GetAsync("/v1/incubators?uncheckedIn=2023"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Official("reviewer").PostAsync($"{path}/checks", new { year = 2023, isPassed = true }, incubator.ETag)).ShouldBe(HttpStatusCode.OK);
        (await unit.GetAsync("/v1/incubators?uncheckedIn=2023"))["items"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task AnEventIsReportedOnceItWasHeld()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var clerk = host.Official("clerk");
        object plan = new { region = "430100", title = "创业导师走基层", kind = "mentor_visit", on = "2023-04-10", venue = "示例大学" };
        var planned = (await clerk.PostAsync("/v1/guidance-events", plan)).ShouldBe(HttpStatusCode.Created);
        (await host.Official("clerk", "430400").PostAsync("/v1/guidance-events", plan)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        var path = $"/v1/guidance-events/{(Guid)planned["eventId"]}/figures";
        (await clerk.PostAsync(path, new { attendees = 80, mentors = 2 }, planned.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "guidance_event.not_held_yet");
        host.SetDate("2023-04-10");
        ((string)(await clerk.PostAsync(path, new { attendees = 80, mentors = 2 }, planned.ETag)).ShouldBe(HttpStatusCode.OK)["state"]!).ShouldBe("held");
    }

    private static ServiceClient Unit(GrantsHost host, string creditCode) => host.Host.As($"unit-{creditCode}", "host_unit", unit: creditCode);
}
