using System.Net;
using MassTransit;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using Headers = YouthPlatform.ServiceDefaults.Messaging.MessageHeaders;

namespace YouthPlatform.Internships.Tests.Applications;

public sealed class ApplicationApiTests(PostgresFixture postgres, RabbitMqFixture rabbitMq)
{
    [Fact]
    public async Task APersonIsUnknownUntilTheLedgersEventArrivesAndCanThenApplyWithTheSameKey()
    {
        var broker = await rabbitMq.CreateVirtualHostAsync();
        await using var host = await InternshipsHost.StartAsync(postgres, broker);
        var unit = await host.ApprovedUnitAsync();
        var person = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }, key: "apply-1"))
            .ShouldBeProblem(HttpStatusCode.Conflict, "person.unknown");

        await PublishTwiceAsync(broker, new LedgerEntryOpened(
            person, "430102", "bachelor", new(2023, 6, 30), ["disabled"], "education_roster", new(2023, 7, 31)));
        await Eventually.BecomesAsync(
            async () => (await host.Host.Store.LoadAsync($"person-{person}", 0, TestContext.Current.CancellationToken)).Version > 0,
            TimeSpan.FromSeconds(60),
            "the person is known");

        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }, key: "apply-1"))
            .ShouldBe(HttpStatusCode.Created);
        ((string?)applied["status"]).ShouldBe("submitted");
        ((bool)applied["isHardship"]).ShouldBeTrue();
        ((string?)applied["review"]["dueOn"]).ShouldBe("2023-08-08");
    }

    // H9 §二(一): within two years of leaving school, on the date of the application.
    [Theory]
    [InlineData("2021-08-01", "submitted")]
    [InlineData("2021-07-31", "refused")]
    public async Task EligibilityIsJudgedOnTheDayAndEveryCheckIsKept(string leftSchoolOn, string status)
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync(leftSchoolOn);
        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        ((string?)applied["status"]).ShouldBe(status);

        var read = await host.Reviewer.GetAsync($"/v1/applications/{(Guid)applied["applicationId"]}");
        ((string?)read["status"]).ShouldBe(status);
        var check = read["checks"].AsArray().Single(c => (string?)c!["name"] == "unemployed_leaver.within_two_years")!;
        ((bool)check["passed"]!).ShouldBe(status == "submitted");
        ((string?)check["facts"]!["leftSchoolOn"]).ShouldBe(leftSchoolOn);
        ((string?)check["rule"]!["clause"]).ShouldBe("H9 §二(一)");
    }

    [Fact]
    public async Task AStandingApplicationIsNotRepeatedAndOnlyItsOwnPeopleSeeIt()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        var applied = (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId })).ShouldBe(HttpStatusCode.Created);
        (await host.Graduate(person).PostAsync("/v1/applications", new { postId = unit.PostId }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "application.already_standing");

        var path = $"/v1/applications/{(Guid)applied["applicationId"]}";
        var stranger = await host.KnownPersonAsync();
        (await host.Graduate(stranger).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        (await host.Graduate(stranger).GetAsync("/v1/applications"))["items"].AsArray().ShouldBeEmpty();
        (await host.Graduate(person).GetAsync("/v1/applications"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Unit(unit.CreditCode).GetAsync("/v1/applications?status=submitted"))["items"].AsArray().Count.ShouldBe(1);
        (await host.Official("reviewer", "430400").PostAsync($"{path}/approval", etag: applied.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Reviewer.PostAsync($"{path}/rejection", new { reason = "材料不实" }, applied.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task PublishTwiceAsync(string broker, LedgerEntryOpened entry)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker)));
        var messageId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await bus.StartAsync(TestContext.Current.CancellationToken);
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await bus.Publish(entry, context =>
            {
                context.MessageId = messageId;
                context.Headers.Set(Headers.Sequence, 1L);
                context.Headers.Set(Headers.Region, entry.Region);
                context.Headers.Set(Headers.Subject, entry.PersonId.ToString());
                context.Headers.Set(Headers.Time, "2023-07-31T01:00:00.000000Z");
            });
        }

        await bus.StopAsync(TestContext.Current.CancellationToken);
    }
}
