using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Placements;

/// <summary>From the start to what comes after the end, over HTTP.</summary>
public sealed class InternshipApiTests(PostgresFixture postgres)
{
    private static readonly string[] Steps =
    [
        "agreement-revisions", "signatures", "mentor", "insurance", "start", "cancellation", "attendance", "attendance-corrections", "allowances",
        "completion", "early-end", "early-hire", "retention", "employment-end", "follow-up",
    ];

    [Fact]
    public async Task MonthsAreReportedPaidAndCorrected()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, path) = await RunningAsync(host);
        host.SetDate("2023-09-06");
        var reply = await unit.GetAsync(path);
        reply = (await unit.PostAsync($"{path}/attendance", new { month = "2023-09", daysPresent = 22 }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await unit.PostAsync($"{path}/allowances", Allowance("A-1", "1000.00"), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await unit.PostAsync($"{path}/allowances", Allowance("A-2", "800.00"), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await unit.PostAsync($"{path}/attendance-corrections", new { month = "2023-09", daysPresent = 21, reason = "漏记病假" }, reply.ETag))
            .ShouldBe(HttpStatusCode.OK);
        var month = reply["months"].AsArray().Single()!;
        ((int)month["daysPresent"]!).ShouldBe(21);
        ((int)month["workingDays"]!).ShouldBe(23);
        ((string?)month["allowancePaid"]!["amount"]).ShouldBe("1800.00");
        (await unit.PostAsync($"{path}/allowances", Allowance("A-3", "1.00", "cash"), reply.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "allowance.channel_unknown");
    }

    // The month to 10-06 holds the holidays of Mid-Autumn and National Day, the one after it the make-up days of 10-07 and 10-08.
    [Theory]
    [InlineData("2023-10", 16)]
    [InlineData("2023-11", 23)]
    public async Task WorkingDaysAreThoseOfTheCalendarWithItsMakeUpDays(string month, int workingDays)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, path) = await RunningAsync(host);
        host.SetDate("2023-11-06");
        var reply = (await unit.PostAsync($"{path}/attendance", new { month, daysPresent = 16 }, (await unit.GetAsync(path)).ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)reply["months"].AsArray().Single(each => (string?)each!["month"] == month)!["workingDays"]!).ShouldBe(workingDays);
    }

    [Fact]
    public async Task AnAgreementIsAmendedWhenBothHaveSigned()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var person = await host.KnownPersonAsync();
        var (unit, path) = await RunningAsync(host, person);
        var reply = await unit.GetAsync(path);
        reply = (await unit.PostAsync($"{path}/agreement-revisions", new { months = 7 }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["endsOn"]).ShouldBe("2024-02-06");
        reply = (await unit.PostAsync($"{path}/signatures", InternshipsHost.SignatureRequest(reply), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        reply = (await host.Graduate(person).PostAsync($"{path}/signatures", InternshipsHost.SignatureRequest(reply), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["endsOn"]).ShouldBe("2024-03-06");
        ((int)reply["agreement"]["version"]!).ShouldBe(2);
        (await unit.GetAsync("/v1/placements"))["items"].AsArray().Single()!["endsOn"]!.GetValue<string>().ShouldBe("2024-03-06");
    }

    // H9 §二(六): retained with contract and social insurance, or helped further.
    [Fact]
    public async Task AnInternIsRetainedOrHelpedFurther()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, path) = await RunningAsync(host);
        host.SetDate("2024-02-06");
        var reply = (await unit.PostAsync($"{path}/completion", etag: (await unit.GetAsync(path)).ETag)).ShouldBe(HttpStatusCode.OK);
        var clerk = host.Official("clerk");
        (await clerk.PostAsync($"{path}/follow-up", etag: reply.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "follow_up.too_early");
        (await host.Official("clerk", "430400").PostAsync($"{path}/follow-up", etag: reply.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        host.SetDate("2024-03-07");
        (await clerk.GetAsync("/v1/placements/follow-ups-due"))["items"].AsArray().ShouldBeEmpty();
        host.SetDate("2024-03-08");
        (await clerk.GetAsync("/v1/placements/follow-ups-due"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Official("clerk", "430400").GetAsync("/v1/placements/follow-ups-due"))["items"].AsArray().ShouldBeEmpty();
        reply = (await clerk.PostAsync($"{path}/follow-up", etag: reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["followUpOn"]).ShouldBe("2024-03-08");
        (await clerk.GetAsync("/v1/placements/follow-ups-due"))["items"].AsArray().ShouldBeEmpty();
        reply = (await unit.PostAsync($"{path}/retention", Contract("2024-03-07", "2024-03-08"), reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["status"]).ShouldBe("retained");
        reply = (await unit.PostAsync($"{path}/employment-end", new { leftOn = "2024-03-08" }, reply.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["employment"]["leftOn"]).ShouldBe("2024-03-08");
    }

    [Fact]
    public async Task AnEarlyHireEndsTheInternship()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, path) = await RunningAsync(host);
        host.SetDate("2023-10-09");
        var reply = (await unit.PostAsync($"{path}/early-hire", Contract("2023-10-07", "2023-10-09"), (await unit.GetAsync(path)).ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)reply["status"]).ShouldBe("hired_early");
        ((string?)reply["endedOn"]).ShouldBe("2023-10-08");
        reply["employment"]["checks"]!.AsArray().ShouldAllBe(check => (bool)check!["passed"]!);
    }

    [Fact]
    public async Task AnInternEndsTheOwnInternshipAndTheNextDoesNotOverlap()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var person = await host.KnownPersonAsync();
        var (_, path) = await RunningAsync(host, person);
        var intern = host.Graduate(person);
        (await intern.PostAsync($"{path}/early-end", new { endedOn = "2023-08-07", reason = "personal" }, (await intern.GetAsync(path)).ETag)).ShouldBe(HttpStatusCode.OK);
        var next = await host.ApprovedUnitAsync();
        var application = await host.ApprovedApplicationAsync(person, next.PostId);
        (await host.Unit(next.CreditCode).PostAsync("/v1/placements", new { applicationId = application, startsOn = "2023-08-07" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "placement.overlaps");
        (await host.Unit(next.CreditCode).PostAsync("/v1/placements", new { applicationId = application, startsOn = "2023-08-08" })).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task TwoUnitsAtOnceForOnePersonMakeOnePlacement()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var person = await host.KnownPersonAsync();
        List<(ServiceClient Unit, Guid Application)> approved = [];
        for (var i = 0; i < 6; i++)
        {
            var unit = await host.ApprovedUnitAsync();
            approved.Add((host.Unit(unit.CreditCode), await host.ApprovedApplicationAsync(person, unit.PostId)));
        }

        var replies = await Task.WhenAll(
            approved.Select(each => each.Unit.PostAsync("/v1/placements", InternshipsHost.PlacementRequest(each.Application))));
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Where(reply => reply.Status != HttpStatusCode.Created).Select(reply => reply.Code).Distinct().ShouldBe(["placement.person_placed_already"]);
    }

    [Fact]
    public async Task NobodyElseTakesAStepOfAPlacement()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, path) = await RunningAsync(host);
        var etag = (await unit.GetAsync(path)).ETag;
        foreach (var step in Steps)
        {
            (await host.Unit(InternshipsHost.NewCreditCode()).PostAsync($"{path}/{step}", BodyOf(step), etag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
            (await host.Approver.PostAsync($"{path}/{step}", BodyOf(step), etag)).Status.ShouldBe(HttpStatusCode.Forbidden, step);
            (await host.Graduate(Guid.Empty).PostAsync($"{path}/{step}", BodyOf(step), etag)).Status.ShouldBe(HttpStatusCode.Forbidden, step);
        }

        (await host.Official("reviewer", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Official("reviewer", "430400").GetAsync("/v1/placements"))["items"].AsArray().ShouldBeEmpty();
    }

    private static object BodyOf(string step) => step switch
    {
        "signatures" => new { version = 1, contentHash = "00" },
        "mentor" => new { mentorId = Guid.Empty, position = "主管" },
        "insurance" => new { policyNumber = "P", from = "2023-08-01", to = "2024-03-31" },
        "cancellation" => new { reason = "放弃" },
        "attendance" => new { month = "2023-09", daysPresent = 1 },
        "attendance-corrections" => new { month = "2023-09", daysPresent = 1, reason = "更正" },
        "allowances" => Allowance("A-1", "1.00"),
        "early-end" => new { endedOn = "2023-08-07", reason = "personal" },
        "early-hire" or "retention" => Contract("2023-10-07", "2023-10-09"),
        "employment-end" => new { leftOn = "2023-10-09" },
        _ => new { },
    };

    private static object Allowance(string reference, string amount, string channel = "bank_card") =>
        new { month = "2023-09", amount = InternshipsHost.Yuan(amount), channel, paidOn = "2023-09-06", reference };

    private static object Contract(string signedOn, string from) => new { signedOn, from, insuredFrom = from };

    private static async Task<(ServiceClient Unit, string Path)> RunningAsync(InternshipsHost host, Guid? person = null)
    {
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.RunningPlacementAsync(unit, person ?? await host.KnownPersonAsync());
        return (host.Unit(unit.CreditCode), $"/v1/placements/{placement}");
    }
}
