using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        string[] readers = [.. Access.Officials, Roles.HostUnit];
        var claims = routes.MapV1("claims");
        claims.MapPost("", ProposeAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ProposeClaim").WithSummary("Claim a month's subsidy; amounts and checks are computed by rule")
            .WithExample(ClaimExamples.Propose);
        claims.MapPost("settlements", SettleAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("SettleYear").WithSummary("Claim the lump-sum difference, or the reward, for a year whose internships are over")
            .WithExample(ClaimExamples.Settle);
        claims.MapGet("", ListAsync).RequireRoles(readers)
            .WithName("ListClaims").WithSummary("Claims of the caller's regions or unit").WithListParameters();
        claims.MapGet("{claimId:guid}", GetAsync).RequireRoles(readers).WithName("GetClaim").WithSummary("A claim with its lines, checks and payments");
        claims.MapPost("{claimId:guid}/overrides", ProposeOverrideAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("ProposeOverride").WithSummary("Vouch for a failed check, with a reason; expires")
            .WithExample(ClaimExamples.Override);
        claims.MapPost("{claimId:guid}/overrides/confirmation", ConfirmOverrideAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ConfirmOverride").WithSummary("Confirm that a check is passed over; by another person")
            .WithExample(ClaimExamples.Confirm);
        claims.MapPost("{claimId:guid}/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ApproveClaim").WithSummary("Approve a claim: grants every line that is payable; not by who proposed it");
        claims.MapPost("{claimId:guid}/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("RejectClaim").WithSummary("Reject a claim; its months may be claimed again")
            .WithExample(new ReasonRequest("附件不清"));
    }

    private static Task<Answer<ClaimView>> ProposeAsync(
        ProposeClaimRequest request, HttpCommand command, Caller caller, ClaimProposal proposal, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var (file, unchanged) = await proposal.PrepareAsync(request, command.NewId(), command, caller, cancellation);
            return await SubmitAsync(file, unchanged, command);
        });

    private static Task<Answer<ClaimView>> SettleAsync(
        SettleYearRequest request, HttpCommand command, Caller caller, SettlementProposal proposal, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var (file, unchanged) = await proposal.PrepareAsync(request, command.NewId(), command, caller, cancellation);
            return await SubmitAsync(file, unchanged, command);
        });

    private static Task<Answer<ClaimView>> SubmitAsync(ClaimFile file, IReadOnlyList<StreamAppend> unchanged, HttpCommand command)
    {
        var claim = new ClaimAggregate(Claim.Stream(file.ClaimId), 0, Claim.Initial).Decide(new ProposeClaim(file));
        return command.CommitAsync(
            [claim.Append, .. unchanged], new Answer<ClaimView>(ClaimView.Of(claim.State), claim.Version, $"/v1/claims/{file.ClaimId}"));
    }

    private static Task<Answer<ClaimView>> ProposeOverrideAsync(
        Guid claimId, ProposeOverrideRequest request, [AsParameters] ClaimStep step, SubsidyRules rules) =>
        step.DecideAsync(claimId, file => new ProposeOverride(
            request.Line, request.Check, request.Reason, rules.Overrides(file.Region, step.Command.Today), step.Command.Actor, step.Command.Today));

    private static Task<Answer<ClaimView>> ConfirmOverrideAsync(Guid claimId, ConfirmOverrideRequest request, [AsParameters] ClaimStep step) =>
        step.DecideAsync(claimId, _ => new ConfirmOverride(request.Line, request.Check, step.Command.Actor, step.Command.Today));

    private static Task<Answer<ClaimView>> ApproveAsync(Guid claimId, [AsParameters] ClaimStep step) =>
        step.DecideAsync(claimId, _ => new ApproveClaim(step.Command.Actor, step.Command.Today));

    private static Task<Answer<ClaimView>> RejectAsync(Guid claimId, ReasonRequest request, [AsParameters] ClaimStep step) =>
        step.DecideAsync(claimId, _ => new RejectClaim(request.Reason, step.Command.Actor, step.Command.Today));

    private static async Task<Ok<ClaimView>> GetAsync(
        Guid claimId, HttpContext http, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var claim = await store.ClaimAsync(claimId, cancellation);
        var file = ClaimView.FileOf(claim.State);
        var unit = await store.HostUnitAsync(file.UnitId, cancellation);
        caller.RequireRead(file.Region, HostUnitApplication.FileOf(unit.State).CreditCode);
        http.Response.Headers.ETag = ETags.Of(claim.Version);
        var paid = await database.RowsAsync(PaidLine.Select, [claimId], PaidLine.Of, cancellation);
        return TypedResults.Ok(ClaimView.Of(claim.State).With(paid));
    }

    private static async Task<Ok<Page<ClaimRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(ClaimRow.Select, listing.Parameters, ClaimRow.Of, cancellation);
        return TypedResults.Ok(Page<ClaimRow>.Of(rows, listing.Limit, row => row.ClaimId.ToString()));
    }
}

/// <summary>What an official's step with a claim needs. What it grants commits with it.</summary>
internal sealed record ClaimStep(HttpCommand Command, Caller Caller, IEventStore Store, PayDesk Desk, OneClaimAPerson Claimed, CancellationToken Cancellation)
{
    public Task<Answer<ClaimView>> DecideAsync(Guid claimId, Func<ClaimFile, ClaimCommand> step) => Command.RetryAsync(async () =>
    {
        var claim = await Store.ClaimAsync(claimId, Cancellation);
        var file = ClaimView.FileOf(claim.State);
        Caller.RequireRegion(file.Region);
        Command.RequireVersion(claim.Version);
        var decision = claim.Decide(step(file));
        return await Command.CommitAsync(
            [decision.Append, .. await Desk.GrantAsync(decision, Cancellation), .. await Claimed.RequireAsync(decision, Cancellation)],
            new Answer<ClaimView>(ClaimView.Of(decision.State), decision.Version));
    });
}
