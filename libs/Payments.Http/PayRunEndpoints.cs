using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Payments.Http;

/// <summary>Pay runs: a clerk draws up, an approver approves, a payer hands the file to the bank and enters its answers.</summary>
internal static class PayRunEndpoints
{
    private static readonly string[] Readers = [Roles.Clerk, Roles.Approver, Roles.Payer, Roles.Auditor];

    public static void MapPayRuns(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapV1("pay-runs");
        runs.MapPost("", ProposeAsync).RequireRoles(Roles.Clerk).Idempotent().Creates()
            .WithName("ProposePayRun").WithSummary("Draw up a run of all that is payable in a region, less what its payees owe; who is held is left out and named")
            .WithExample(PaymentExamples.Propose);
        runs.MapGet("", ListAsync).RequireRoles(Readers).WithName("ListPayRuns").WithSummary("Runs of the caller's regions");
        runs.MapGet("{runId:guid}", GetAsync).RequireRoles(Readers).WithName("GetPayRun").WithSummary("A run with its lines and the bank's answers");
        runs.MapGet("{runId:guid}/file", FileAsync).RequireRoles(Roles.Payer, Roles.Auditor)
            .Produces<string>(StatusCodes.Status200OK, "text/csv").WithName("GetPayFile").WithSummary("The pay file of a run that went to the bank");
        runs.MapPost("{runId:guid}/approval", ApproveAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ApprovePayRun").WithSummary("Approve a run; not by who drew it up");
        runs.MapPost("{runId:guid}/rejection", RejectAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("RejectPayRun").WithSummary("Reject a run before it goes to the bank; its items are free again")
            .WithExample(PaymentExamples.Reject);
        runs.MapPost("{runId:guid}/execution", ExecuteAsync).RequireRoles(Roles.Payer).Idempotent().ChangesVersion()
            .WithName("ExecutePayRun").WithSummary("Hand the pay file to the bank; by a third person");
        runs.MapPost("{runId:guid}/bank-results", RecordAsync).RequireRoles(Roles.Payer).Idempotent().Accepts<string>("text/csv")
            .WithName("RecordBankResults").WithSummary("Read the bank's answer (CSV), line by line; the same file again changes nothing")
            .WithExample(PaymentExamples.BankResults);
        runs.MapPost("{runId:guid}/lines/{line:int}/resolution", ResolveAsync).RequireRoles(Roles.Payer).Idempotent().ChangesVersion()
            .WithName("ResolvePayRunLine").WithSummary("Say what became of a line in doubt; not by who handed the file over")
            .WithExample(PaymentExamples.Resolve);
    }

    private static Task<Answer<PayRunView>> ProposeAsync(
        ProposePayRunRequest request, HttpCommand command, Caller caller, PayRunProposal proposal, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var region = RegionPatterns.Require(request.Region, caller);
            var runId = command.NewId();
            var (run, appends) = await proposal.DecideAsync(runId, region, command, cancellation);
            return await command.CommitAsync(appends, new Answer<PayRunView>(PayRunView.Of(run.State), run.Version, $"/v1/pay-runs/{runId}"));
        });

    private static Task<Answer<PayRunView>> ApproveAsync(
        Guid runId, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(runId, new ApprovePayRun(command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<PayRunView>> RejectAsync(
        Guid runId, RejectionRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(runId, new RejectPayRun(request.Reason, command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<PayRunView>> ExecuteAsync(
        Guid runId, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(runId, new ExecutePayRun(command.Actor, command.Today), command, caller, desk, cancellation);

    private static Task<Answer<PayRunView>> ResolveAsync(
        Guid runId, int line, ResolutionRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        StepAsync(
            runId,
            new ResolveLine(line, request.HasArrived, request.On, request.Reference, request.Reason, command.Actor, command.Today),
            command,
            caller,
            desk,
            cancellation);

    /// <summary>The file names payments and attempts, so no version is asked for.</summary>
    private static async Task<Answer<PayRunView>> RecordAsync(
        Guid runId, HttpRequest request, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation)
    {
        var file = BankFile.Read(await BankUpload.ReadAsync(request, cancellation));
        return await command.RetryAsync(async () =>
        {
            await OwnAsync(runId, caller, desk, cancellation);
            var step = new RecordBankResults(file.Hash, file.Rows, file.Unreadable, command.Actor, command.Today);
            var (run, appends) = await desk.DecideAsync(runId, step, command.Today, cancellation);
            return await command.CommitAsync(appends, new Answer<PayRunView>(PayRunView.Of(run.State), run.Version));
        });
    }

    private static Task<Answer<PayRunView>> StepAsync(
        Guid runId, PayRunCommand step, HttpCommand command, Caller caller, PayDesk desk, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            command.RequireVersion((await OwnAsync(runId, caller, desk, cancellation)).Version);
            var (run, appends) = await desk.DecideAsync(runId, step, command.Today, cancellation);
            return await command.CommitAsync(appends, new Answer<PayRunView>(PayRunView.Of(run.State), run.Version));
        });

    private static async Task<Ok<PayRunView>> GetAsync(Guid runId, HttpContext http, Caller caller, PayDesk desk, CancellationToken cancellation)
    {
        var (state, version) = await OwnAsync(runId, caller, desk, cancellation);
        http.Response.Headers.ETag = ETags.Of(version);
        return TypedResults.Ok(PayRunView.Of(state));
    }

    private static async Task<FileContentHttpResult> FileAsync(
        Guid runId, Caller caller, PayDesk desk, PayeeHolds holds, CancellationToken cancellation)
    {
        var (state, _) = await OwnAsync(runId, caller, desk, cancellation);
        return state is PayRunState.Executed run && await holds.OpenAsync(run.File, cancellation) is { } accounts
            ? TypedResults.File(PayFile.Of(run.File, accounts.GetValueOrDefault).Content, "text/csv; charset=utf-8", $"pay-run-{runId}.csv")
            : throw ApiException.NotFound("pay_run.not_executed", "该支付批次尚未交付银行，没有支付文件。");
    }

    private static async Task<Ok<Page<PayRunRow>>> ListAsync(
        Caller caller, NpgsqlDataSource database, string? region, string? status, Guid? after, int? limit, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            PayRunRow.Select, [RegionPatterns.Of(caller, region), status, after ?? Guid.Empty, size + 1], PayRunRow.Of, cancellation);
        return TypedResults.Ok(Page<PayRunRow>.Of(rows, size, row => row.RunId.ToString()));
    }

    private static async Task<(PayRunState State, long Version)> OwnAsync(Guid runId, Caller caller, PayDesk desk, CancellationToken cancellation)
    {
        var run = await desk.RunAsync(runId, cancellation);
        caller.RequireRegion(run.State.FileOrNull?.Region ?? throw ApiException.NotFound("pay_run.not_found", "没有该支付批次。"));
        return (run.State, run.Version);
    }
}
