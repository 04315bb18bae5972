using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>The award of a selected project: proposed, approved and paid by three different people.</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this RouteGroupBuilder group)
    {
        group.MapPost("/{projectId:guid}/grant", ProposeAsync).WithName("ProposeGrant").Idempotent().ChangesVersion()
            .WithSummary("Proposes the award of a selected project, once the selection is closed")
            .RequireRoles(Roles.ProvincialCommittee);
        group.MapPost("/{projectId:guid}/grant/approval", ApproveAsync).WithName("ApproveGrant").Idempotent().ChangesVersion()
            .WithSummary("Approves an award that somebody else proposed")
            .RequireRoles(Roles.Approver);
        group.MapPost("/{projectId:guid}/grant/payments", OrderAsync).WithName("OrderGrantPayment").Idempotent().ChangesVersion()
            .WithSummary("Orders the bank to pay an approved award")
            .RequireRoles(Roles.Payer);
        group.MapPost("/{projectId:guid}/grant/bank-results", RecordAsync).WithName("RecordGrantBankResult").Idempotent()
            .WithSummary("Records what the bank said of a payment; a failed one can be ordered again")
            .RequireRoles(Roles.Payer);
    }

    private static async Task<Answer<ProjectView>> ProposeAsync(
        Guid projectId, ProposeGrantRequest body, HttpCommand command, Caller caller, ProgrammeRules rules)
    {
        var pitch = (await command.LoadProjectAsync(projectId)).State.Pitched();
        var programme = await command.LoadProgrammeAsync(pitch.Programme);
        var checks = rules.Award(pitch, programme.State, body.Amount, command.Today);
        return await ChangeAsync(projectId, new ProjectCommand.ProposeGrant(body.Amount, checks, command.Actor, command.Today), command, caller);
    }

    private static Task<Answer<ProjectView>> ApproveAsync(Guid projectId, HttpCommand command, Caller caller) =>
        ChangeAsync(projectId, new ProjectCommand.ApproveGrant(command.Actor, command.Today), command, caller);

    private static Task<Answer<ProjectView>> OrderAsync(Guid projectId, HttpCommand command, Caller caller) =>
        ChangeAsync(projectId, new ProjectCommand.OrderPayment(command.NewId(), command.Actor, command.Today), command, caller);

    private static Task<Answer<ProjectView>> RecordAsync(Guid projectId, BankResultRequest body, HttpCommand command, Caller caller)
    {
        ProjectCommand result = body.Outcome == BankOutcome.Paid
            ? new ProjectCommand.RecordPaid(body.PaymentId, body.On)
            : new ProjectCommand.RecordFailed(
                body.PaymentId, body.Reason ?? throw ApiException.BadRequest("bank_result.reason_missing", "付款失败须写明原因。"), body.On);
        return command.RetryAsync(() => ChangeAsync(projectId, result, command, caller, named: false));
    }

    private static async Task<Answer<ProjectView>> ChangeAsync(
        Guid projectId, ProjectCommand change, HttpCommand command, Caller caller, bool named = true)
    {
        var project = await command.LoadProjectAsync(projectId);
        caller.RequireRegion(project.State.Pitched().Region);
        if (named)
        {
            command.RequireVersion(project.Version);
        }

        var decision = project.Decide(change);
        return await command.CommitAsync(decision.Append, new Answer<ProjectView>(ProjectView.Of(decision.State), decision.Version));
    }
}
