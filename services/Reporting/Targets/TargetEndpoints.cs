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
        targets.MapGet("", ListAsync).WithName("ListTargets").WithSummary("Targets of a year against what was reached");
        targets.MapGet("{id}", ReadAsync).WithName("ReadTarget").WithSummary("A target by region and month");
        return routes;
    }

    private static async Task<IResult> ListAsync(
        int year, DateOnly? asOf, Caller caller, TargetBook book, TargetReader reader, TimeProvider time, HttpContext http)
    {
        var views = new List<TargetView>();
        foreach (var target in book.Targets.Where(target => target.Year == year && Concerns(target, caller)))
        {
            views.Add(await reader.ReadAsync(target, DayOf(target, asOf, time), http.RequestAborted));
        }

        return Conditional.Ok(http, new Page<TargetView>(views, null));
    }

    private static async Task<IResult> ReadAsync(
        string id,
        int year,
        string? region,
        DateOnly? asOf,
        Caller caller,
        TargetBook book,
        TargetReader reader,
        TimeProvider time,
        HttpContext http)
    {
        var target = book.Targets.FirstOrDefault(target =>
            target.Key == id && target.Year == year && (region is null || target.Region.Code.Value == region) && Concerns(target, caller))
            ?? throw ApiException.NotFound("target.unknown", "没有这项目标，或其不在您的管辖范围内。");
        return Conditional.Ok(http, await reader.ReadDetailAsync(target, DayOf(target, asOf, time), caller, http.RequestAborted));
    }

    /// <summary>A target concerns whoever is responsible for its region, or for a part of it.</summary>
    private static bool Concerns(MeasuredTarget target, Caller caller) =>
        caller.Covers(target.Region.Code) || caller.Regions.Any(target.Region.Code.Covers);

    /// <summary>Today, or the day asked for; never after the target's year.</summary>
    private static DateOnly DayOf(MeasuredTarget target, DateOnly? asOf, TimeProvider time)
    {
        var day = asOf ?? time.Today();
        return day < target.EndsOn ? day : target.EndsOn;
    }
}
