using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.GraduateTracking.Subsidies.LateMatches;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Subsidies;

internal static class SubsidyEndpoints
{
    private static readonly string[] Payees = [Roles.HostUnit, Roles.Graduate];
    private static readonly string[] Officials = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Auditor];

    public static void MapSubsidies(this IEndpointRouteBuilder routes)
    {
        var subsidies = routes.MapV1("subsidies");
        subsidies.MapGet("", ListAsync).RequireRoles([.. Officials, .. Payees]).WithName("ListSubsidies")
            .WithSummary("Subsidies of the caller's regions, or that the caller's firm or the caller would receive");
        subsidies.MapGet("{subsidyId:guid}", GetAsync).RequireRoles([.. Officials, .. Payees]).WithName("GetSubsidy")
            .WithSummary("A subsidy with its named checks");
        subsidies.MapPost("claims", SubsidySteps.ClaimAsync).RequireRoles(Payees).Idempotent().Creates().WithName("ClaimSubsidy")
            .WithSummary("Claim the subsidy for a completed training (W62 §二(七))").WithExample(SubsidyExamples.Claim);
        subsidies.MapPost("late-matches", MatchLateAsync).RequireRoles(Roles.Clerk).Idempotent().WithName("MatchLateComers")
            .WithSummary("Match those who came onto the ledger after the month's file of the newly insured with what is kept of it");
        Step("offer", SubsidySteps.OfferAsync, "OfferSubsidy", "Offer a subsidy that was found to whom it would be paid (H32 §二(一)2)", Roles.Clerk);
        Step("acceptance", SubsidySteps.AcceptAsync, "AcceptSubsidy", "Accept an offered subsidy", Payees);
        Step("decline", SubsidySteps.DeclineAsync, "DeclineSubsidy", "Decline an offered subsidy, or take an offer back", [Roles.Clerk, .. Payees])
            .WithExample(SubsidyExamples.Reason);
        Step("approval", SubsidySteps.ApproveAsync, "ApproveSubsidy", "Approve a subsidy, once or for a month; by somebody who had no part in it", Roles.Approver)
            .WithExample(SubsidyExamples.Approve);
        Step("rejection", SubsidySteps.RejectAsync, "RejectSubsidy", "Reject a subsidy", Roles.Approver).WithExample(SubsidyExamples.Reason);

        RouteHandlerBuilder Step(string path, Delegate handler, string name, string summary, params string[] roles) =>
            subsidies.MapPost($"{{subsidyId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);
    }

    private static async Task<Answer<LateMatchAnswer>> MatchLateAsync(Caller caller, HttpCommand command, LateMatching matching, CancellationToken cancellation)
    {
        var matched = await matching.RunAsync(RegionPatterns.Of(caller, null), command.Actor, command.Today, cancellation);
        return await command.CommitAsync([], new Answer<LateMatchAnswer>(new(matched), 1));
    }

    private static async Task<Ok<SubsidyView>> GetAsync(Guid subsidyId, HttpContext http, [AsParameters] SubsidyDesk desk)
    {
        var subsidy = await desk.FindAsync(subsidyId);
        http.Response.Headers.ETag = ETags.Of(subsidy.Version);
        return TypedResults.Ok(SubsidyView.Of(subsidy.State));
    }

    private static async Task<Ok<Page<SubsidyRow>>> ListAsync(
        [AsParameters] SubsidyQuery query, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var isOfficial = Officials.Any(caller.Has);
        var size = PageSize.Require(query.Limit);
        object?[] parameters =
        [
            isOfficial ? RegionPatterns.Of(caller, query.Region) : null,
            !isOfficial && caller.Has(Roles.HostUnit) ? caller.Unit ?? "" : null,
            !isOfficial && !caller.Has(Roles.HostUnit) ? caller.Person ?? Guid.Empty : null,
            query.Kind,
            query.Status,
            query.After ?? Guid.Empty,
            size + 1,
        ];
        var rows = await database.RowsAsync(SubsidyRow.Select, parameters, SubsidyRow.Of, cancellation);
        return TypedResults.Ok(Page<SubsidyRow>.Of(rows, size, row => row.SubsidyId.ToString()));
    }
}
