using YouthPlatform.EventStore;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>Turns what a unit sends into what is decided on.</summary>
internal static class HostUnitApplication
{
    /// <exception cref="ApiException">400 that says what is wrong with the code.</exception>
    public static CreditCode RequireCreditCode(string text) => CreditCode.TryParse(text, out var code, out var problem)
        ? code
        : throw ApiException.BadRequest("credit_code.invalid", $"{CreditCode.Describe(problem.Value)}。");

    public static IReadOnlyList<(Guid PostId, StreamAppend Draft)> DraftPosts(
        IReadOnlyList<PostRequest> posts, Guid unitId, RegionCode region, InternshipLimits limits, HttpCommand command) =>
        [.. posts.Select(post => Draft(post, command.NewId(), unitId, region, limits, command.Today))];

    public static HostUnitFile FileOf(HostUnitState state) => state switch
    {
        HostUnitState.Submitted s => s.File,
        HostUnitState.Returned s => s.File,
        HostUnitState.Approved s => s.File,
        HostUnitState.Rejected s => s.File,
        _ => throw new InvalidOperationException("A unit that has not applied has no file."),
    };

    private static (Guid PostId, StreamAppend Draft) Draft(
        PostRequest post, Guid postId, Guid unitId, RegionCode region, InternshipLimits limits, DateOnly today)
    {
        var terms = new PostTerms(postId, unitId, region, post.Title, post.Category, post.Openings, post.Months, post.MonthlyAllowance);
        return (postId, new PostAggregate(Post.Stream(postId), 0, Post.Initial).Decide(new DraftPost(terms, limits, today)).Append);
    }
}
