using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.GraduateTracking.ServiceRecords.Files;
using YouthPlatform.GraduateTracking.ServiceRecords.Rhythms;
using YouthPlatform.Imports.Http;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

internal static class ServiceRecordEndpoints
{
    public static void MapServiceRecords(this IEndpointRouteBuilder routes)
    {
        // A ledger that does not hold together ends the start.
        var definitions = routes.ServiceProvider.GetRequiredService<LedgerDefinitions>();
        string[] keepers = [.. definitions.All.SelectMany(ledger => ledger.RecordedBy).Distinct()];
        string[] readers = [.. keepers.Union([Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor])];
        var ledgers = routes.MapV1("service-ledgers");
        ledgers.MapGet("", (LedgerDefinitions all) => TypedResults.Ok(all.All)).RequireRoles(readers)
            .WithName("ListServiceLedgers").WithSummary("The ledgers: their fields, checks, rhythms and who keeps them");
        ledgers.MapGet("{ledger}/records", ListAsync).RequireRoles(readers).WithName("ListServiceRecords").WithSummary("Records of a ledger in the caller's regions");
        ledgers.MapGet("{ledger}/records/{recordId:guid}", GetAsync).RequireRoles(readers).WithName("GetServiceRecord").WithSummary("A record with its checks");
        ledgers.MapGet("{ledger}/rhythms", RhythmReader.ReadAsync).RequireRoles(readers).WithName("WatchServiceLedger")
            .WithSummary("What is missing: how often or how much of a service there was, beside what is asked for, by region and period");
        ledgers.MapPost("{ledger}/records", ServiceRecordSteps.RecordAsync).RequireRoles(keepers).Idempotent().Creates()
            .WithName("RecordService").WithSummary("Record a service that was offered").WithExample(ServiceRecordExamples.Record);
        ledgers.MapPost("{ledger}/records/{recordId:guid}/correction", ServiceRecordSteps.CorrectAsync).RequireRoles(keepers).Idempotent().ChangesVersion()
            .WithName("CorrectServiceRecord").WithSummary("Correct a record, with the reason").WithExample(ServiceRecordExamples.Correct);
        ledgers.MapPost("{ledger}/records/{recordId:guid}/withdrawal", ServiceRecordSteps.WithdrawAsync).RequireRoles(keepers).Idempotent().ChangesVersion()
            .WithName("WithdrawServiceRecord").WithSummary("Withdraw a record, with the reason").WithExample(ServiceRecordExamples.Withdraw);
        routes.MapImports(
            $"service-ledgers/{{{LedgerFiles.Parameter}}}/imports",
            "ServiceRecords",
            "Takes in records of a ledger: a row a record; a row that is on file changes nothing",
            routes.ServiceProvider.GetRequiredService<LedgerFiles>().Of,
            keepers);
    }

    /// <exception cref="ApiException">404 without such a ledger.</exception>
    public static LedgerDefinition Find(LedgerDefinitions all, string code) =>
        all.Find(code) ?? throw ApiException.NotFound("service_ledger.not_found", "没有该台账。");

    private static async Task<Ok<ServiceRecordView>> GetAsync(string ledger, Guid recordId, HttpContext http, [AsParameters] LedgerDesk desk)
    {
        var record = await desk.FindAsync(Find(desk.Ledgers, ledger).Code, recordId);
        http.Response.Headers.ETag = ETags.Of(record.Version);
        return TypedResults.Ok(ServiceRecordView.Of(record.State));
    }

    private static async Task<Ok<Page<ServiceRecordRow>>> ListAsync(
        string ledger, [AsParameters] ServiceRecordQuery query, LedgerDefinitions ledgers, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        object?[] parameters =
            [Find(ledgers, ledger).Code, RegionPatterns.Of(caller, query.Region), query.From, query.To, query.After ?? Guid.Empty, size + 1];
        var rows = await database.RowsAsync(ServiceRecordRow.Select, parameters, ServiceRecordRow.Of, cancellation);
        return TypedResults.Ok(Page<ServiceRecordRow>.Of(rows, size, row => row.RecordId.ToString()));
    }
}
