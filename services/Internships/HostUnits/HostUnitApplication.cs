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

    public static HostUnitFile FileOf(HostUnitState state) => state switch
    {
        HostUnitState.Submitted s => s.File,
        HostUnitState.Returned s => s.File,
        HostUnitState.Approved s => s.File,
        HostUnitState.Rejected s => s.File,
        HostUnitState.Withdrawn s => s.File,
        _ => throw new InvalidOperationException("A unit that has not applied has no file."),
    };

    /// <summary>The posts of a new application as drafts; each is checked against the limits of the day.</summary>
    public static IReadOnlyList<(PostTerms Terms, StreamAppend Draft)> DraftPosts(
        IReadOnlyList<PostRequest> posts, Guid unitId, RegionCode region, InternshipLimits limits, HttpCommand command) =>
        [.. posts.Select(post => Draft(post.Terms(command.NewId(), unitId, region), limits, command.Today))];

    /// <summary>The returned application with the unit's corrections. Posts are named by their ids; those that are not named stay as they were.</summary>
    /// <exception cref="ApiException">400 for a post that is not part of the application.</exception>
    public static HostUnitContent Corrected(HostUnitFile file, ResubmitHostUnitRequest request)
    {
        var corrected = (request.Posts ?? []).DistinctBy(post => post.PostId).ToDictionary(post => post.PostId, post => post.Post.Terms(post.PostId, file.UnitId, file.Region));
        return corrected.Keys.Except(file.PostIds).Any()
            ? throw ApiException.BadRequest("post.not_of_unit", "只能更正该单位本次申报的岗位。")
            : file.Content with
            {
                Name = request.Name ?? file.Name,
                Address = request.Address ?? file.Content.Address,
                BankAccount = request.BankAccount ?? file.Content.BankAccount,
                Posts = [.. file.Content.Posts.Select(post => corrected.GetValueOrDefault(post.PostId, post))],
            };
    }

    private static (PostTerms Terms, StreamAppend Draft) Draft(PostTerms terms, InternshipLimits limits, DateOnly today)
    {
        var drafted = new PostAggregate(Post.Stream(terms.PostId), 0, Post.Initial).Decide(new DraftPost(terms, limits, today));
        return (((PostState.Draft)drafted.State).Terms, drafted.Append);
    }
}
