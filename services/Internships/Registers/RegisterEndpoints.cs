using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Http;
using YouthPlatform.Imports.Running;
using YouthPlatform.Internships.Rules;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Registers;

internal static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder routes)
    {
        Map<InsuredRegister>(routes, RegisterKinds.Insured, "InsuredRegister", "Takes in who is insured as an employee: a row a person and period");
        Map<UnitStaffRegister>(routes, RegisterKinds.UnitStaff, "UnitStaffRegister", "Takes in who is on a unit's own staff: a row a person, unit and period");
        Map<DeceasedRegister>(routes, RegisterKinds.Deceased, "DeceasedRegister", "Takes in who has died: a row a person");
        Map<ErasedRegister>(routes, RegisterKinds.Erased, "ErasedRegister", "Takes in whose data was erased: a row a person");
        Map<AccountRegister>(routes, RegisterKinds.Account, "AccountRegister", "Takes in keyed hashes of accounts: a row an account and its holder");
        var registers = routes.MapV1("registers");
        registers.MapGet("", ListAsync).RequireRoles(Access.Officials).WithName("ListRegisters").WithSummary("Registers of the caller's regions");
        registers.MapGet("{importId:guid}", GetAsync).RequireRoles(Access.Officials).WithName("GetRegister").WithSummary("A register by the id of its import; its entries are not shown");
        registers.MapPost("{importId:guid}/withdrawal", WithdrawAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("WithdrawRegister").WithSummary("Take a register back; later claims are no longer compared with it")
            .WithExample(new ReasonRequest("数据有误"));
    }

    private static void Map<TKind>(IEndpointRouteBuilder routes, string kind, string name, string summary)
        where TKind : ImportKind =>
        routes.MapImports<TKind>($"registers/{kind}/imports", name, summary, Roles.Clerk);

    private static async Task<Answer<RegisterView>> WithdrawAsync(
        Guid importId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (view, register) = await ReadAsync(importId, caller, store, database, cancellation);
        command.RequireVersion(register.Version);
        var decision = register.Decide(new WithdrawRegister(request.Reason, command.Actor, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<RegisterView>(view with { Withdrawn = true }, decision.Version));
    }

    private static async Task<Ok<RegisterView>> GetAsync(
        Guid importId, HttpContext http, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var (view, register) = await ReadAsync(importId, caller, store, database, cancellation);
        http.Response.Headers.ETag = ETags.Of(register.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<(RegisterView View, RegisterAggregate Register)> ReadAsync(
        Guid importId, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var register = await store.RegisterAsync(importId, cancellation);
        var view = (await database.RowsAsync(RegisterView.SelectOne, [importId], RegisterView.Of, cancellation)).Single();
        caller.RequireRegion(view.Region);
        return (view, register);
    }

    private static async Task<Ok<Page<RegisterView>>> ListAsync(
        Caller caller, NpgsqlDataSource database, string? region, Guid? after, int? limit, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            RegisterView.Select, [RegionPatterns.Of(caller, region), after ?? Guid.Empty, size + 1], RegisterView.Of, cancellation);
        return TypedResults.Ok(Page<RegisterView>.Of(rows, size, row => row.ImportId.ToString()));
    }
}

/// <summary>A register as it stands; its entries are not shown.</summary>
internal sealed record RegisterView(
    Guid ImportId,
    string Kind,
    string Region,
    [property: Description("Newest day whose state it shows")] DateOnly AsOf,
    int Entries,
    bool Withdrawn)
{
    public const string Select = $"{Columns} WHERE region LIKE ANY ($1) AND import_id > $2 ORDER BY import_id LIMIT $3";
    public const string SelectOne = $"{Columns} WHERE import_id = $1";

    private const string Columns = "SELECT import_id, kind, region, as_of, entries, withdrawn FROM registers";

    public static RegisterView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.Date(3), row.GetInt32(4), row.GetBoolean(5));
}
