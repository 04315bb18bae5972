using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Accounts of payees: named by them, confirmed by officials who enter them a second time.</summary>
internal static class PayeeAccountEndpoints
{
    private static readonly string[] Officials = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Payer, Roles.Auditor];

    private static readonly AccountRequest Example = new("示例银行长沙分行", "长沙示例科技有限公司", "4300 0000 0000 0000 001");

    public static void MapAccounts(this IEndpointRouteBuilder routes, string[] payees)
    {
        var accounts = routes.MapV1("payee-accounts");
        accounts.MapPost("", RegisterAsync).RequireRoles(payees).Idempotent().Creates().WithName("RegisterPayeeAccount")
            .WithSummary("Name the account that the caller is to be paid into, or another one; an official confirms it")
            .WithExample(new RegisterAccountRequest("430100", Example));
        accounts.MapGet("", ListAsync).RequireRoles(Officials).WithName("ListPayeeAccounts").WithSummary("Payees of the caller's regions and where their accounts stand");
        accounts.MapGet("own", GetOwnAsync).RequireRoles(payees).WithName("GetOwnPayeeAccount").WithSummary("The caller's account, masked");
        accounts.MapGet("{payeeId:guid}", GetAsync).RequireRoles(Officials).WithName("GetPayeeAccount").WithSummary("A payee's account, masked");
        accounts.MapPost("{payeeId:guid}/confirmation", ConfirmAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("ConfirmPayeeAccount").WithSummary("Confirm a proposed account by entering it as the payee's document shows it").WithExample(Example);
        Reasoned(accounts, "refusal", [Roles.Reviewer], (c, reason) => new RefuseAccount(reason, c.Actor, c.Today), "RefusePayeeAccount", "Refuse a proposed account");
        Reasoned(
            accounts, "contest", Officials, (c, reason) => new ContestAccount(reason, c.Actor, c.Today), "ContestPayeeAccount", "Doubt a confirmed account; nothing is paid into it meanwhile");
        Reasoned(
            accounts, "contest/end", [Roles.Reviewer], (c, reason) => new UpholdAccount(reason, c.Actor, c.Today), "UpholdPayeeAccount", "End a contest without ground; by another person");
    }

    private static void Reasoned(
        RouteGroupBuilder accounts, string path, string[] roles, Func<HttpCommand, string, RegistrationCommand> step, string name, string summary) =>
        accounts.MapPost($"{{payeeId:guid}}/{path}", (Guid payeeId, AccountReasonRequest request, [AsParameters] AccountDesk desk) =>
                StepAsync(payeeId, desk, step(desk.Command, request.Reason)))
            .RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary).WithExample(new AccountReasonRequest("户名与证件不符"));

    private static Task<Answer<PayeeAccountView>> RegisterAsync(
        RegisterAccountRequest request, IPayeeIdentities identities, Regions regions, [AsParameters] AccountDesk desk) => desk.Command.RetryAsync(async () =>
    {
        var payee = RequirePayee(identities, desk.Caller);
        var file = new PayeeFile(payee.PayeeId, payee.Code, RequireRegion(request.Region, regions));
        var key = await desk.Keys.FindOrCreateAsync(payee.PayeeId, desk.Cancellation);
        var propose = new ProposeAccount(file, key.Seal(request.Account.ToDetails()), desk.Command.Actor, desk.Command.Today);
        var decision = (await desk.LoadAsync(payee.PayeeId)).Decide(propose);
        return await desk.CommitAsync(decision, key, key.Save(), $"/v1/payee-accounts/{payee.PayeeId}");
    });

    private static async Task<Answer<PayeeAccountView>> ConfirmAsync(Guid payeeId, AccountRequest request, [AsParameters] AccountDesk desk)
    {
        var found = await desk.InRegionAsync(payeeId);
        var details = request.ToDetails();
        var key = await desk.Keys.FindOrCreateAsync(payeeId, desk.Cancellation);
        var shared = await desk.Keys.SharedWithAsync(payeeId, details.Number, desk.Cancellation);
        var decision = found.Decide(new ConfirmAccount(key.FingerprintOf(details), shared, desk.Command.Actor, desk.Command.Today));
        return await desk.CommitAsync(decision, key, desk.Keys.Confirm(payeeId, details.Number));
    }

    private static async Task<Answer<PayeeAccountView>> StepAsync(Guid payeeId, AccountDesk desk, RegistrationCommand step)
    {
        var decision = (await desk.InRegionAsync(payeeId)).Decide(step);
        return await desk.CommitAsync(decision, (await desk.Keys.FindAsync([payeeId], desk.Cancellation)).GetValueOrDefault(payeeId));
    }

    private static async Task<Ok<PayeeAccountView>> GetAsync(
        Guid payeeId, HttpContext http, Caller caller, IEventStore store, PayeeKeys keys, CancellationToken cancellation)
    {
        var found = await LoadAsync(payeeId, store, cancellation);
        caller.RequireRegion(found.State.FileOrNull!.Region);
        return await ShowAsync(payeeId, found, http, keys, cancellation);
    }

    private static async Task<Ok<PayeeAccountView>> GetOwnAsync(
        HttpContext http, Caller caller, IPayeeIdentities identities, IEventStore store, PayeeKeys keys, CancellationToken cancellation)
    {
        var payeeId = RequirePayee(identities, caller).PayeeId;
        return await ShowAsync(payeeId, await LoadAsync(payeeId, store, cancellation), http, keys, cancellation);
    }

    private static async Task<Ok<PayeeAccountView>> ShowAsync(
        Guid payeeId, RegistrationAggregate found, HttpContext http, PayeeKeys keys, CancellationToken cancellation)
    {
        var key = (await keys.FindAsync([payeeId], cancellation)).GetValueOrDefault(payeeId);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(await PayeeAccountReader.ViewAsync(found.State, key, keys, cancellation));
    }

    private static async Task<Ok<Page<PayeeAccountRow>>> ListAsync(
        string? region, string? state, bool? pending, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] parameters = [RegionPatterns.Of(caller, region), state, pending, after ?? Guid.Empty, size + 1];
        var rows = await database.RowsAsync(PayeeAccountRow.Select, parameters, PayeeAccountRow.Of, cancellation);
        return TypedResults.Ok(Page<PayeeAccountRow>.Of(rows, size, row => row.PayeeId.ToString()));
    }

    private static async Task<RegistrationAggregate> LoadAsync(Guid payeeId, IEventStore store, CancellationToken cancellation) =>
        (await RegistrationAggregate.LoadAsync(store, Registration.Stream(payeeId), cancellation))
            .OrNotFound("payee_account.not_found", "该收款人没有申报收款账户。");

    private static RegionCode RequireRegion(string region, Regions regions) =>
        RegionCode.TryParse(region, out var code) && regions.Find(code) is not null
            ? code
            : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");

    private static PayeeIdentity RequirePayee(IPayeeIdentities identities, Caller caller) => identities.Of(caller)
        ?? throw new ForbiddenException("auth.payee_missing", "访问令牌中没有收款人标识（person 或 unit）。");
}
