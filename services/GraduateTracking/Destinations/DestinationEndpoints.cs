using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Destinations;

internal static class DestinationEndpoints
{
    private const string VerifyDays = "destination.verify_within_days";

    private static readonly string[] Officials = [Roles.Clerk, Roles.Reviewer, Roles.Auditor];
    private static readonly string[] Parties = [.. Officials, Roles.Graduate, Roles.HostUnit];

    public static void MapDestinations(this IEndpointRouteBuilder routes)
    {
        var destinations = routes.MapV1("destinations");
        destinations.MapGet("", ListAsync).RequireRoles([.. Officials, Roles.HostUnit]).WithName("listDestinations")
            .WithSummary("Registered destinations of the caller's regions, or those that name the caller's firm");
        destinations.MapGet("rates", RatesAsync).RequireRoles(Officials).WithName("readDestinationRates").WithSummary("Registered and verified by county");
        destinations.MapGet("{personId:guid}", ReadAsync).RequireRoles(Parties).WithName("readDestination").WithSummary("A graduate's destination");
        destinations.MapPost("{personId:guid}", DestinationSteps.RegisterAsync).RequireRoles(Roles.Clerk, Roles.Graduate).Idempotent().Creates()
            .WithName("registerDestination").WithSummary("Registers a destination; replaces the one before")
            .WithExample(new RegisterDestinationRequest("employed", CreditCode.Create(RegionCode.Parse("430102"), 17), new(2023, 9, 1)));
        destinations.MapPost("{personId:guid}/verification", DestinationSteps.VerifyAsync).RequireRoles(Roles.Reviewer, Roles.HostUnit).Idempotent()
            .ChangesVersion().WithName("verifyDestination").WithSummary("Verifies it, as the employer named in it or by a data match; the ledger learns of it")
            .WithExample(new VerifyDestinationRequest("social_insurance", "SB-2023-0931"));
        destinations.MapPost("{personId:guid}/dispute", DestinationSteps.DisputeAsync).RequireRoles(Roles.Graduate, Roles.HostUnit, Roles.Reviewer).Idempotent()
            .ChangesVersion().WithName("disputeDestination").WithSummary("Says that it is wrong").WithExample(new DisputeDestinationRequest("本人未在该单位就业"));
        destinations.MapPost("{personId:guid}/shares", DestinationSteps.ShareAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("shareDestination").WithSummary("Gives a verified destination to somebody, with consent or by law; leaves an audit entry")
            .WithExample(new ShareDestinationRequest("public_security", SharingGround.Consent, "TY-2023-0101"));
    }

    private static async Task<Ok<Page<DestinationView>>> ListAsync(string? region, string? status, Guid? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(limit);
        object?[] confined = desk.Caller.Has(Roles.HostUnit) ? [null, desk.Caller.Unit ?? ""] : [RegionPatterns.Of(desk.Caller, region), null];
        var rows = await desk.Database.RowsAsync(
            DestinationView.Select, [.. confined, status, after ?? Guid.Empty, size + 1], DestinationView.Of, desk.Cancellation);
        return TypedResults.Ok(Page<DestinationView>.Of(rows, size, row => row.PersonId.ToString()));
    }

    private static async Task<Ok<List<DestinationRateView>>> RatesAsync(string? region, [AsParameters] CaseDesk desk)
    {
        var days = RegionTable.Of(OpenEntries.RegionsOf(desk.Caller, region), desk.Rules, desk.Today, VerifyDays);
        return TypedResults.Ok(await desk.Database.RowsAsync(
            DestinationRateView.Select,
            [RegionPatterns.Of(desk.Caller, region), desk.Today, .. days.Parameters],
            DestinationRateView.Of,
            desk.Cancellation));
    }

    private static async Task<Ok<DestinationView>> ReadAsync(Guid personId, HttpContext http, [AsParameters] CaseDesk desk)
    {
        var (found, _) = await DestinationSteps.FindAsync(personId, desk);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(DestinationView.Of(found.State));
    }
}
