using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Reporting.Contacts;

/// <summary>Routes of contact forms.</summary>
internal static class ContactEndpoints
{
    public static IEndpointRouteBuilder MapContacts(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("contacts").RequireRoles(Officials.Readers);
        forms.MapGet("", ListAsync).WithName("ListContacts").WithSummary("The contact forms of the caller's prefectures, missing ones too");
        forms.MapGet("{prefecture}", GetAsync).WithName("GetContacts").WithSummary("The contact form of a prefecture");
        forms.MapPost("{prefecture}/filing", FileAsync).RequireRoles(ContactDesk.Writers).Idempotent().ChangesVersion()
            .WithName("FileContacts").WithSummary("File the contact form of a prefecture, or file it anew (H32 annex 1)")
            .WithExample(FileContactsRequest.Example);
        return routes;
    }

    private static async Task<Page<ContactFormView>> ListAsync([AsParameters] ContactDesk desk) => new(await desk.ListAsync(), null);

    private static async Task<Ok<ContactFormView>> GetAsync(string prefecture, HttpContext http, [AsParameters] ContactDesk desk)
    {
        var region = desk.Require(prefecture);
        var form = await desk.LoadAsync(region.Code);
        http.Response.Headers.ETag = ETags.Of(form.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await desk.ViewAsync(region, form.State));
    }

    private static Task<Answer<ContactReceipt>> FileAsync(
        string prefecture, FileContactsRequest request, [AsParameters] ContactDesk desk, HttpContext http) =>
        desk.FileAsync(prefecture, ETags.RequireIfMatch(http.Request), request);
}
