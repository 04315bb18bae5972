using System.Text.Json.Nodes;

namespace YouthPlatform.Simulation.Stories;

/// <summary>A graduate says what an internship should be like, and is shown the posts that fit, best first, each with its reasons.</summary>
internal sealed class FittingPostStory(World world, SimulatedUnit unit, Persona graduate)
{
    private const string Api = "/api/internships/v1";

    private IReadOnlyList<JsonNode> _posts = [];

    public async Task<FittingPostStory> SearchAsync()
    {
        await world.Platform.PostAsync(
            graduate,
            $"{Api}/preferences",
            new()
            {
                ["regions"] = new JsonArray(unit.Prefecture), ["categories"] = new JsonArray(unit.Category), ["leastAllowance"] = Json.Money(1_500m),
            },
            $"preferences-{graduate.Person}");
        _posts = [.. (await world.Platform.GetAsync(graduate, $"{Api}/fitting-posts?limit=500"))["items"].AsArray().Select(post => post!)];
        return this;
    }

    /// <summary>Sees that the ranks are those of the reasons, and that the post that was applied for was among them.</summary>
    /// <exception cref="SimulationException">They are not.</exception>
    public async Task RequireFoundAsync(Guid applicationId)
    {
        var totals = _posts.Select(post => (int)post["fit"]!["total"]!).ToList();
        var reasons = _posts.Select(post => ((string[])["region", "category", "allowance", "major", "demonstration"]).Sum(part => (int)post["fit"]![part]!));
        if (!totals.SequenceEqual(reasons) || !totals.SequenceEqual(totals.OrderDescending()))
        {
            throw new SimulationException($"The fitting posts are not in the order of their reasons: {new JsonArray([.. _posts.Select(post => post.DeepClone())]).ToJsonString()}");
        }

        // When the year is run again, the seats may be taken.
        var application = await world.Platform.GetAsync(graduate, $"{Api}/applications/{applicationId}");
        if ((string)application["status"]! == "submitted" && _posts.All(post => post["postId"].Id() != unit.PostId))
        {
            throw new SimulationException($"A post with free seats, of the wished kind and place, is not shown as fitting: {unit.PostId}");
        }
    }
}
