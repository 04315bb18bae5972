using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        string[] readers = [.. Access.Officials, Roles.HostUnit];
        var claims = routes.MapV1("claims");
        claims.MapPost("", ProposeAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ProposeClaim").WithSummary("Claim a month's subsidy; amounts and checks are computed by rule");
        claims.MapGet("", ListAsync).RequireRoles(readers)
            .WithName("ListClaims").WithSummary("Claims of the caller's regions or unit").WithListParameters();
        claims.MapGet("{claimId:guid}", GetAsync).RequireRoles(readers).WithName("GetClaim").WithSummary("A claim with its lines and checks");
        claims.MapPost("{claimId:guid}/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ApproveClaim").WithSummary("Approve a claim; not by who proposed it");
        claims.MapPost("{claimId:guid}/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("RejectClaim").WithSummary("Reject a claim; its months may be claimed again");
        claims.MapPost("{claimId:guid}/payment-orders", OrderAsync).RequireRoles(Roles.Payer).Idempotent().ChangesVersion()
            .WithName("OrderPayment").WithSummary("Order the payment of every open or failed line; by a third person");
        claims.MapPost("{claimId:guid}/bank-results", RecordAsync).RequireRoles(Roles.Payer).Idempotent()
            .WithName("RecordBankResults").WithSummary("Record the bank's answers to an order, line by line");
    }

    private static Task<Answer<ClaimView>> ProposeAsync(
        ProposeClaimRequest request, HttpCommand command, Caller caller, ClaimProposal proposal, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var (file, unchanged) = await proposal.PrepareAsync(request, command.NewId(), command, caller, cancellation);
            var claim = new ClaimAggregate(Claim.Stream(file.ClaimId), 0, Claim.Initial).Decide(new ProposeClaim(file));
            return await command.CommitAsync(
                [claim.Append, .. unchanged], new Answer<ClaimView>(ClaimView.Of(claim.State), claim.Version, $"/v1/claims/{file.ClaimId}"));
        });

    private static Task<Answer<ClaimView>> ApproveAsync(
        Guid claimId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(claimId, new ApproveClaim(command.Actor, command.Today), command, caller, store, cancellation);

    private static Task<Answer<ClaimView>> RejectAsync(
        Guid claimId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(claimId, new RejectClaim(request.Reason, command.Actor, command.Today), command, caller, store, cancellation);

    private static Task<Answer<ClaimView>> OrderAsync(
        Guid claimId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        StepAsync(claimId, new OrderPayment(command.NewId(), command.Actor, command.Today), command, caller, store, cancellation);

    /// <summary>The order's id says which attempt the bank answers, so no version is asked for.</summary>
    private static Task<Answer<ClaimView>> RecordAsync(
        Guid claimId, BankResultsRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var claim = await store.ClaimAsync(claimId, cancellation);
            caller.RequireRegion(ClaimView.FileOf(claim.State).Region);
            var decision = claim.Decide(new RecordBankResults(request.OrderId, request.Results, command.Today));
            return await command.CommitAsync(decision.Append, new Answer<ClaimView>(ClaimView.Of(decision.State), decision.Version));
        });

    private static async Task<Answer<ClaimView>> StepAsync(
        Guid claimId, ClaimCommand step, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var claim = await store.ClaimAsync(claimId, cancellation);
        caller.RequireRegion(ClaimView.FileOf(claim.State).Region);
        command.RequireVersion(claim.Version);
        var decision = claim.Decide(step);
        return await command.CommitAsync(decision.Append, new Answer<ClaimView>(ClaimView.Of(decision.State), decision.Version));
    }

    private static async Task<Ok<ClaimView>> GetAsync(
        Guid claimId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var claim = await store.ClaimAsync(claimId, cancellation);
        var file = ClaimView.FileOf(claim.State);
        var unit = await store.HostUnitAsync(file.UnitId, cancellation);
        caller.RequireRead(file.Region, HostUnitApplication.FileOf(unit.State).CreditCode);
        http.Response.Headers.ETag = ETags.Of(claim.Version);
        return TypedResults.Ok(ClaimView.Of(claim.State));
    }

    private static async Task<Ok<Page<ClaimRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(ClaimRow.Select, listing.Parameters, ClaimRow.Of, cancellation);
        return TypedResults.Ok(Page<ClaimRow>.Of(rows, listing.Limit, row => row.ClaimId.ToString()));
    }
}
