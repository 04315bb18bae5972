using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.MatchingEvents;

public sealed class MatchingEventApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AnEventBringsUnitsAndPeopleTogetherAndCountsForItsQuarter()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var person = await host.KnownPersonAsync();
        (await StatusAsync(host)).ShouldBe("open");
        var plan = new { region = "430102", title = "见习专场", kind = "campus", heldOn = "2023-09-08", venue = "体育馆" };
        var planned = (await host.Official("clerk").PostAsync("/v1/matching-events", plan)).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/matching-events/{(Guid)planned["eventId"]}";
        (await StatusAsync(host)).ShouldBe("planned");
        var client = host.Unit(unit.CreditCode);
        (await client.PostAsync($"{path}/participants", new { unitId = unit.UnitId, postIds = new[] { unit.PostId } })).ShouldBe(HttpStatusCode.OK);

        host.SetDate("2023-09-08");
        (await client.PostAsync($"{path}/offers", new { postId = unit.PostId, personId = person })).ShouldBe(HttpStatusCode.OK);
        var offer = (Guid)(await host.Graduate(person).GetAsync("/v1/matching-events/offers"))["items"].AsArray().ShouldHaveSingleItem()!["offerId"]!;
        (await host.Graduate(await host.KnownPersonAsync()).PostAsync($"{path}/offers/{offer}/answer", new { isAccepted = true }))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
        var answered = (await host.Graduate(person).PostAsync($"{path}/offers/{offer}/answer", new { isAccepted = true })).ShouldBe(HttpStatusCode.OK);
        ((int)answered["offersAccepted"]).ShouldBe(1);
        var held = await host.Official("clerk").PostAsync($"{path}/figures", new { units = 1, openings = 5, visitors = 30, intentions = 4 }, answered.ETag);
        held.ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("held");
        (await StatusAsync(host)).ShouldBe("met");
        (await StatusAsync(host, "430400")).ShouldBe("open");
        host.SetDate("2023-10-09");
        (await StatusAsync(host, "430400", "&quarter=3")).ShouldBe("missed");
    }

    [Fact]
    public async Task OnlyOpenPostsOfTheUnitAreBrought()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (unit, other) = (await host.ApprovedUnitAsync(), await host.ApprovedUnitAsync());
        var plan = new { region = "430100", title = "见习专场", kind = "campus", heldOn = "2023-09-08", venue = "体育馆" };
        var planned = (await host.Official("clerk").PostAsync("/v1/matching-events", plan)).ShouldBe(HttpStatusCode.Created);
        (await host.Unit(unit.CreditCode).PostAsync(
            $"/v1/matching-events/{(Guid)planned["eventId"]}/participants", new { unitId = unit.UnitId, postIds = new[] { other.PostId } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "matching_event.post_not_open");
        (await host.Official("clerk", "430400").PostAsync("/v1/matching-events", plan)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
    }

    private static async Task<string?> StatusAsync(InternshipsHost host, string region = "430100", string more = "") =>
        (string?)(await host.Official("clerk", region).GetAsync($"/v1/matching-events/quarters?region={region}{more}")).Body!.AsArray()[0]!["status"];
}
