using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Targets;

/// <summary>Routes of targets.</summary>
internal static class TargetEndpoints
{
    public static IEndpointRouteBuilder MapTargets(this IEndpointRouteBuilder routes)
    {
        var targets = routes.MapV1("targets").RequireRoles(Officials.Readers);
        targets.MapGet("", ListAsync).WithName("ListTargets").WithSummary("Targets of a year against what was reached, with their pace");
        targets.MapGet("{id}", ReadAsync).WithName("ReadTarget").WithSummary("A target by region and month");
        targets.MapGet("{id}/league", ReadLeagueAsync)
            .WithName("ReadTargetLeague").WithSummary("The regions of a target in order, with ties and small numbers shown");
        return routes;
    }

    private static async Task<IResult> ListAsync(
        int year, DateOnly? asOf, Caller caller, TargetBook book, TargetReader reader, TimeProvider time, HttpContext http) =>
        Conditional.Ok(
            http,
            new Page<TargetView>(await reader.ReadAsync(book.ConcerningOf(caller, year), asOf ?? time.Today(), http.RequestAborted), null));

    private static async Task<IResult> ReadAsync(
        [AsParameters] TargetAddress address, Caller caller, TargetReader reader, HttpContext http) =>
        Conditional.Ok(
            http,
            await reader.ReadDetailAsync(address.Find(caller), address.Day, part => caller.Covers(part.Code), http.RequestAborted));

    private static async Task<IResult> ReadLeagueAsync(
        [AsParameters] TargetAddress address, Caller caller, TargetReader reader, HttpContext http) =>
        Conditional.Ok(http, await reader.ReadLeagueAsync(address.Find(caller), address.Day, http.RequestAborted));
}

/// <summary>Which target is asked for, and as of which day.</summary>
/// <param name="Id">Key of the target.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Region">Region that owes it; null where the key says enough.</param>
/// <param name="AsOf">Last business date that is counted in; null for today. Never after the target's year.</param>
/// <param name="Book">The targets.</param>
/// <param name="Time">The clock.</param>
internal sealed record TargetAddress(string Id, int Year, string? Region, DateOnly? AsOf, TargetBook Book, TimeProvider Time)
{
    /// <summary>The day asked for.</summary>
    public DateOnly Day => AsOf ?? Time.Today();

    /// <summary>The target.</summary>
    /// <exception cref="ApiException">404 when there is none that concerns the caller.</exception>
    public MeasuredTarget Find(Caller caller) =>
        Book.ConcerningOf(caller, Year).FirstOrDefault(target => target.Key == Id && (Region is null || target.Region.Code.Value == Region))
        ?? throw ApiException.NotFound("target.unknown", "没有这项目标，或其不在您的管辖范围内。");
}
