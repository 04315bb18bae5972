using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Posts;

public sealed class PostSeatTests(PostgresFixture postgres)
{
    [Fact]
    public async Task SeatsAreNotOversoldWhileTheUnitTakesOpeningsAway()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync(openings: 4);
        var client = host.Unit(unit.CreditCode);
        List<Guid> applications = [];
        for (var i = 0; i < 4; i++)
        {
            applications.Add(await host.ApprovedApplicationAsync(await host.KnownPersonAsync(), unit.PostId));
        }

        var placements = applications.Select(id => client.PostAsync("/v1/placements", InternshipsHost.PlacementRequest(id)));
        var shrunk = ShrinkAsync();
        var placed = (await Task.WhenAll(placements)).Count(reply => reply.Status == HttpStatusCode.Created);
        var openings = await shrunk;

        var post = await client.GetAsync($"/v1/posts/{unit.PostId}");
        ((int)post["openings"], (int)post["free"]).ShouldBe((openings, openings - placed));
        placed.ShouldBeLessThanOrEqualTo(openings);

        // One opening fewer at a time, whenever no placement came in between, until the seats that are taken stop it.
        async Task<int> ShrinkAsync()
        {
            for (var left = 4; ;)
            {
                var current = await client.GetAsync($"/v1/posts/{unit.PostId}");
                object change = new
                {
                    title = "研发助理", category = "research", openings = left - 1, months = 6, monthlyAllowance = InternshipsHost.Yuan("1800.00"),
                };
                var reply = await client.PostAsync($"/v1/posts/{unit.PostId}/changes", change, current.ETag);
                if (reply.Status == HttpStatusCode.OK)
                {
                    left--;
                }
                else if (reply.Status == HttpStatusCode.Conflict)
                {
                    reply.Code.ShouldBeOneOf("post.openings_below_taken", "post.openings_invalid");
                    return left;
                }
                else
                {
                    reply.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
                }
            }
        }
    }
}
