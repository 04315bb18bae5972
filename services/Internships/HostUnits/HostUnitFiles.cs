using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>The unit's own steps with its file, and reading it.</summary>
internal static class HostUnitFiles
{
    private const string OpenPosts = "SELECT post_id FROM posts WHERE unit_id = $1 AND status NOT IN ('closed', 'rejected') ORDER BY post_id";

    public static Task<Answer<HostUnitView>> ApplyAsync(ApplyAsHostUnitRequest request, [AsParameters] Desk desk)
    {
        var code = HostUnitApplication.RequireCreditCode(request.CreditCode);
        desk.Caller.RequireUnit(code.Value);
        var region = desk.Rules.County(request.Region);
        var unitId = desk.Command.NewId();
        var posts = HostUnitApplication.DraftPosts(request.Posts, unitId, region, desk.Rules.Limits(region, desk.Today), desk.Command);
        var content = new HostUnitContent(request.Name, code, region, request.Address, request.BankAccount, [.. posts.Select(post => post.Terms)]);
        return new HostUnitAggregate(HostUnit.Stream(unitId), 0, HostUnit.Initial)
            .Decide(new ApplyAsHostUnit(unitId, content, desk.Actor, desk.Rules.UnitReview(region, desk.Today)))
            .CommitAsync(desk, posts.Select(post => post.Draft), $"/v1/host-units/{unitId}");
    }

    public static async Task<Answer<HostUnitView>> ResubmitAsync(Guid unitId, ResubmitHostUnitRequest request, [AsParameters] Desk desk)
    {
        var unit = await OwnAsync(unitId, desk);
        var file = HostUnitApplication.FileOf(unit.State);
        var corrected = HostUnitApplication.Corrected(file, request);
        var posts = await RevisedAsync(corrected.Posts, desk.Rules.Limits(file.Region, desk.Today), desk);
        var content = corrected with { Posts = [.. posts.Select(post => Post.TermsOf(post.State))] };
        return await unit.Decide(new ResubmitHostUnit(content, desk.Actor, desk.Rules.UnitReview(file.Region, desk.Today)))
            .CommitAsync(desk, posts.Select(post => post.Append));
    }

    public static async Task<Answer<HostUnitView>> WithdrawAsync(
        Guid unitId, ReasonRequest request, NpgsqlDataSource database, [AsParameters] Desk desk)
    {
        var unit = await OwnAsync(unitId, desk);
        var decision = unit.Decide(new WithdrawHostUnit(request.Reason, desk.Today));
        List<StreamAppend> posts = [];
        foreach (var postId in await database.RowsAsync(OpenPosts, [unitId], row => row.GetGuid(0), desk.Cancellation))
        {
            posts.Add((await desk.Store.PostAsync(postId, desk.Cancellation)).Decide(new ClosePost(request.Reason, desk.Today)).Append);
        }

        return await decision.CommitAsync(desk, posts);
    }

    public static async Task<Ok<HostUnitView>> GetAsync(
        Guid unitId,
        HttpContext http,
        Caller caller,
        IEventStore store,
        InternshipRules rules,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(unitId, cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        caller.RequireRead(file.Region, file.CreditCode);
        http.Response.Headers.ETag = ETags.Of(unit.Version);
        var view = HostUnitView.Of(unit.State, time.Today(), rules);
        var knowsAccounts = caller.Unit == file.CreditCode.Value || caller.Has(Roles.Reviewer) || caller.Has(Roles.Payer);
        return TypedResults.Ok(knowsAccounts ? view : view.Masked());
    }

    public static async Task<Ok<Page<HostUnitRow>>> ListAsync(
        Listing listing, NpgsqlDataSource database, InternshipRules rules, TimeProvider time, CancellationToken cancellation)
    {
        var today = time.Today();
        var rows = await database.RowsAsync(HostUnitRow.Select, listing.Parameters, row => HostUnitRow.Of(row, today, rules), cancellation);
        return TypedResults.Ok(Page<HostUnitRow>.Of(rows, listing.Limit, row => row.UnitId.ToString()));
    }

    /// <summary>The caller's own unit, at the version that was read.</summary>
    public static async Task<HostUnitAggregate> OwnAsync(Guid unitId, Desk desk)
    {
        var unit = await desk.Store.HostUnitAsync(unitId, desk.Cancellation);
        desk.Caller.RequireUnit(HostUnitApplication.FileOf(unit.State).CreditCode.Value);
        desk.Command.RequireVersion(unit.Version);
        return unit;
    }

    /// <summary>The drafts as corrected; one that the unit has closed meanwhile stays closed.</summary>
    private static async Task<IReadOnlyList<Decision<PostState>>> RevisedAsync(IReadOnlyList<PostTerms> posts, InternshipLimits limits, Desk desk)
    {
        var revised = new List<Decision<PostState>>();
        foreach (var terms in posts)
        {
            var post = await desk.Store.PostAsync(terms.PostId, desk.Cancellation);
            revised.Add(post.State is PostState.Closed
                ? new(new StreamAppend(post.Stream, post.Version, []), post.State, post.Version)
                : post.Decide(new RevisePost(terms, limits, desk.Today)));
        }

        return revised;
    }
}
