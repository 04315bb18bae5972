using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Assessments;

/// <summary>The route of assessments.</summary>
internal static class AssessmentEndpoints
{
    public static IEndpointRouteBuilder MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapV1("assessments").RequireRoles(Officials.Readers).MapGet("{region}", ReadAsync)
            .WithName("ReadAssessment").WithSummary("How the parts of a region do on its targets and in reporting; open to all of them");
        return routes;
    }

    private static async Task<IResult> ReadAsync(
        string region,
        int year,
        DateOnly? asOf,
        Caller caller,
        Regions regions,
        AssessmentReader reader,
        TimeProvider time,
        HttpContext http)
    {
        var assessed = regions.TryGet(region, out var known) && known.Level is RegionLevel.Province or RegionLevel.Prefecture
            ? known!
            : throw ApiException.NotFound("assessment.region_unknown", "只考核省和市州，没有该行政区划。");
        if (!caller.Covers(assessed.Code) && !caller.Regions.Any(assessed.Code.Covers))
        {
            caller.RequireRegion(assessed.Code);
        }

        return Conditional.Ok(http, await reader.ReadAsync(assessed, year, asOf ?? time.Today(), http.RequestAborted));
    }
}
