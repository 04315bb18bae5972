using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>Accounts of what is owed and paid; corrections by two people, repayments by the payer.</summary>
internal static class EntitlementEndpoints
{
    private static readonly string[] Readers = [Roles.Clerk, Roles.Approver, Roles.Payer, Roles.Auditor];

    public static void MapEntitlements(this IEndpointRouteBuilder routes)
    {
        var entitlements = routes.MapV1("entitlements");
        entitlements.MapGet("", ListAsync).RequireRoles(Readers).WithName("ListEntitlements").WithSummary("Accounts of the caller's regions");
        entitlements.MapGet("{entitlementId:guid}", GetAsync).RequireRoles(Readers)
            .WithName("GetEntitlement").WithSummary("An account with every attempt to pay it");
        entitlements.MapPost("{entitlementId:guid}/corrections", ProposeAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("ProposeCorrection").WithSummary("Propose that another amount is owed: topped up, or clawed back from what is paid next")
            .WithExample(PaymentExamples.Correct);
        entitlements.MapPost("{entitlementId:guid}/corrections/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ApproveCorrection").WithSummary("Approve the proposed correction; by another person");
        entitlements.MapPost("{entitlementId:guid}/corrections/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("RejectCorrection").WithSummary("Reject the proposed correction; by another person")
            .WithExample(PaymentExamples.Reject);
        entitlements.MapPost("{entitlementId:guid}/repayments", RepayAsync).RequireRoles(Roles.Payer).Idempotent().ChangesVersion()
            .WithName("RecordRepayment").WithSummary("Record what the payee paid back")
            .WithExample(PaymentExamples.Repay);
    }

    private static Task<Answer<EntitlementView>> ProposeAsync(
        Guid entitlementId, CorrectionRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(entitlementId, new ProposeCorrection(request.Owed, request.Reason, command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<EntitlementView>> ApproveAsync(
        Guid entitlementId, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(entitlementId, new ApproveCorrection(command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<EntitlementView>> RejectAsync(
        Guid entitlementId, RejectionRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(entitlementId, new RejectCorrection(request.Reason, command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<EntitlementView>> RepayAsync(
        Guid entitlementId, RepaymentRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(
            entitlementId,
            new RecordRepayment(request.Amount, request.Reference, request.ReceivedOn, command.Actor, command.Today),
            command,
            caller,
            desk,
            cancellation);

    private static async Task<Answer<EntitlementView>> StepAsync(
        Guid entitlementId, EntitlementCommand step, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation)
    {
        var entitlement = await desk.EntitlementAsync(entitlementId, cancellation);
        RequireRegion(entitlement.State, caller);
        command.RequireVersion(entitlement.Version);
        var decision = entitlement.Decide(step);
        return await command.CommitAsync(decision.Append, new Answer<EntitlementView>(EntitlementView.Of(decision.State), decision.Version));
    }

    private static async Task<Ok<EntitlementView>> GetAsync(
        Guid entitlementId, HttpContext http, Caller caller, PayDesk desk, PayeeHolds holds, TimeProvider time, CancellationToken cancellation)
    {
        var entitlement = await desk.EntitlementAsync(entitlementId, cancellation);
        RequireRegion(entitlement.State, caller);
        http.Response.Headers.ETag = ETags.Of(entitlement.Version);
        var view = EntitlementView.Of(entitlement.State);
        var held = await holds.OfAsync(view.Payable > Money.Zero ? [view.Payee] : [], ChinaDate.Of(time.GetUtcNow()), cancellation);
        return TypedResults.Ok(view with { Hold = held.GetValueOrDefault(view.Payee) });
    }

    private static async Task<Ok<Page<EntitlementRow>>> ListAsync(
        [AsParameters] EntitlementQuery query,
        Caller caller,
        NpgsqlDataSource database,
        PayeeHolds holds,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var today = ChinaDate.Of(time.GetUtcNow());
        var regions = RegionPatterns.Of(caller, query.Region);
        var asked = query.Status == "held" ? await holds.HeldAsync(regions, today, cancellation) : [];
        Guid[] payees = [.. asked.Select(payee => payee.Payee)];
        var rows = await database.RowsAsync(
            EntitlementRow.Select,
            [regions, query.Payee, query.Decision, query.Status, query.After ?? Guid.Empty, size + 1, payees],
            EntitlementRow.Of,
            cancellation);
        var held = await holds.OfAsync(rows.Where(row => row.IsPayable).Select(row => row.Payee), today, cancellation);
        return TypedResults.Ok(Page<EntitlementRow>.Of(
            [.. rows.Select(row => row.IsPayable ? row with { Hold = held.GetValueOrDefault(row.Payee) } : row)], size, row => row.EntitlementId.ToString()));
    }

    private static void RequireRegion(EntitlementState state, Caller caller) =>
        caller.RequireRegion(state.AccountOrNull?.File.Region ?? throw ApiException.NotFound("entitlement.not_found", "没有该补贴的核定记录。"));
}
