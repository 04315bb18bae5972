using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Sdmx;

/// <summary>Answers to who speaks SDMX: an ETag of the content, nothing where there is nothing, and faults as SDMX messages.</summary>
internal static class SdmxAnswers
{
    /// <summary>A content; 304 to who has it already.</summary>
    public static IResult Content(HttpContext http, byte[] content, string contentId, SdmxFormat format)
    {
        var etag = $"\"{contentId}\"";
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept";
        return http.Request.Headers.IfNoneMatch.SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)).Contains(etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(content, format.MediaType);
    }

    /// <summary>Turns faults into messages.</summary>
    public static async ValueTask<object?> DescribeFaultsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (SdmxException fault)
        {
            return Fault(context.HttpContext, fault.Status, fault.Code, fault.Title, fault.Message);
        }
        catch (ForbiddenException forbidden)
        {
            return Fault(context.HttpContext, StatusCodes.Status403Forbidden, 110, "Unauthorized", forbidden.Detail);
        }
    }

    private static FaultResult Fault(HttpContext http, int status, int code, string title, string detail)
    {
        var isData = http.Request.Path.StartsWithSegments("/sdmx/v2/data", StringComparison.Ordinal);
        var format = isData ? SdmxFormat.DataJson : SdmxFormat.StructureJson;
        return new FaultResult(SdmxMessage.Of(code, title, detail), format.MediaType, status);
    }

    private sealed class FaultResult(byte[] content, string mediaType, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return TypedResults.Bytes(content, mediaType).ExecuteAsync(httpContext);
        }
    }
}
