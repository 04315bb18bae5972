using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
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
        var registers = routes.MapV1("registers");
        registers.MapPost("{kind}/imports", ImportAsync).RequireRoles(Roles.Clerk).Idempotent().Creates()
            .WithName("ImportRegister").WithSummary("Take in a register that claims are compared with: insured, unit_staff, deceased, erased or account")
            .WithExample(RegisterExamples.Import);
        registers.MapPost("imports/{importId:guid}/withdrawal", WithdrawAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("WithdrawRegister").WithSummary("Take an import back; later claims are no longer compared with it")
            .WithExample(RegisterExamples.Reason);
        registers.MapGet("", ListAsync).RequireRoles(Access.Officials).WithName("ListRegisters").WithSummary("Imports of the caller's regions");
    }

    private static Task<Answer<RegisterView>> ImportAsync(string kind, ImportRegisterRequest request, HttpCommand command, Caller caller)
    {
        var file = new RegisterFile(
            command.NewId(), kind, RegionPatterns.Require(request.Region, caller), request.AsOf, request.Entries, command.Actor);
        var decision = new RegisterAggregate(Register.Stream(file.ImportId), 0, Register.Initial).Decide(new ImportRegister(file, command.Today));
        return command.CommitAsync(
            decision.Append, new Answer<RegisterView>(RegisterView.Of(decision.State), decision.Version, $"/v1/registers/imports/{file.ImportId}"));
    }

    private static async Task<Answer<RegisterView>> WithdrawAsync(
        Guid importId, ReasonRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var register = await store.RegisterAsync(importId, cancellation);
        caller.RequireRegion(RegisterView.FileOf(register.State).Region);
        command.RequireVersion(register.Version);
        var decision = register.Decide(new WithdrawRegister(request.Reason, command.Actor, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<RegisterView>(RegisterView.Of(decision.State), decision.Version));
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

/// <summary>A register, or a part of one.</summary>
internal sealed record ImportRegisterRequest(
    [property: Description("Region whose authority supplied it")] string Region,
    [property: Description("Day whose state it shows")] DateOnly AsOf,
    IReadOnlyList<RegisterEntry> Entries);

/// <summary>An import as it stands; its entries are not shown.</summary>
internal sealed record RegisterView(Guid ImportId, string Kind, string Region, DateOnly AsOf, int Entries, bool Withdrawn)
{
    public const string Select =
        """
        SELECT import_id, kind, region, as_of, entries, withdrawn FROM register_imports
        WHERE region LIKE ANY ($1) AND import_id > $2 ORDER BY import_id LIMIT $3
        """;

    public static RegisterFile FileOf(RegisterState state) => state switch
    {
        RegisterState.Imported s => s.File,
        RegisterState.Withdrawn s => s.File,
        _ => throw new InvalidOperationException("What was never imported has no file."),
    };

    public static RegisterView Of(RegisterState state)
    {
        var file = FileOf(state);
        return new(file.ImportId, file.Kind, file.Region.Value, file.AsOf, file.Entries.Count, state is RegisterState.Withdrawn);
    }

    public static RegisterView Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.Date(3), row.GetInt32(4), row.GetBoolean(5));
}
