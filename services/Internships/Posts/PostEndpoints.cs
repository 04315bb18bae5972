using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Internships.Posts;

internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder routes)
    {
        var posts = routes.MapV1("posts");
        MapReads(posts);
        posts.MapPost("", PostFiles.SubmitAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("SubmitPost").WithSummary("Submit a further post of an approved unit for review").WithExample(PostExamples.Submit);
        Change(posts, "resubmissions", PostFiles.ResubmitAsync, Roles.HostUnit, "ResubmitPost", "Submit a returned post again: a new round with a new clock")
            .WithExample(PostExamples.Post);
        Change(posts, "changes", PostFiles.ChangeAsync, Roles.HostUnit, "ChangePost",
            "Change a published post: at once where the pack needs no review, otherwise proposed while the post stands as it is")
            .WithExample(PostExamples.Post);
        Change(posts, "students", PostFiles.HostStudentsAsync, Roles.HostUnit, "HostStudents",
            "Report students at school who took up a post of the Sail plan (G3 §三(三)5)").WithExample(PostExamples.Students);
        Change(posts, "closure", PostFiles.CloseAsync, Roles.HostUnit, "ClosePost", "Close a post; interns already placed stay")
            .WithExample(HostUnitExamples.Reason);
        Change(posts, "approval", PostReview.ApproveAsync, Roles.Reviewer, "ApprovePost", "Approve and publish a post that was submitted by itself")
            .WithExample(PostExamples.Approve);
        Change(posts, "return", PostReview.ReturnAsync, Roles.Reviewer, "ReturnPost", "Return a post for correction, field by field")
            .WithExample(PostExamples.Return);
        Change(posts, "rejection", PostReview.RejectAsync, Roles.Reviewer, "RejectPost", "Reject a post")
            .WithExample(HostUnitExamples.Reason);
        Change(posts, "changes/approval", PostReview.ApproveChangeAsync, Roles.Reviewer, "ApprovePostChange", "Approve a proposed change");
        Change(posts, "changes/refusal", PostReview.RefuseChangeAsync, Roles.Reviewer, "RefusePostChange", "Refuse a proposed change, field by field")
            .WithExample(PostExamples.Return);
        Change(posts, "demonstration", PostReview.SetDemonstrationAsync, Roles.Reviewer, "SetDemonstration",
            "Make a published post a demonstration post, or no longer one").WithExample(PostExamples.Demonstration);
    }

    private static void MapReads(RouteGroupBuilder posts)
    {
        posts.MapGet("", PostSearch.ListAsync).WithName("ListPosts")
            .WithSummary("Published posts that take applications today, newest first; for everyone");
        posts.MapGet("files", PostFiles.ListAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("ListPostFiles").WithSummary("Posts in any status, of the caller's regions or unit").WithListParameters();
        posts.MapGet("demonstration-share", DemonstrationShare.ReadAsync).RequireRoles(Access.Officials)
            .WithName("GetDemonstrationShare").WithSummary("Demonstration posts owed and published, by region (H9 §二(二))");
        posts.MapGet("{postId:guid}", PostFiles.GetAsync).WithName("GetPost")
            .WithSummary("A post; before it is published it is shown to officials and its unit only");
    }

    private static RouteHandlerBuilder Change(RouteGroupBuilder posts, string path, Delegate handler, string role, string name, string summary) =>
        posts.MapPost($"{{postId:guid}}/{path}", handler).RequireRoles(role).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);
}
