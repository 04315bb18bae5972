using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
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
        forms.MapPost("{prefecture}/filing", FileAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("FileContacts").WithSummary("File the contact form of a prefecture, or file it anew (H32 annex 1)")
            .WithExample(FileContactsRequest.Example);
        return routes;
    }

    private static async Task<Page<ContactFormView>> ListAsync([AsParameters] ContactDesk desk)
    {
        var owing = desk.Policy.Regions.All
            .Where(region => region.Level == RegionLevel.Prefecture && desk.Caller.Covers(region.Code) && desk.DutyOf(region.Code) is not null)
            .OrderBy(region => region.Code);
        List<ContactFormView> forms = [];
        foreach (var prefecture in owing)
        {
            forms.Add(await desk.ViewAsync(prefecture, (await desk.LoadAsync(prefecture.Code)).State));
        }

        return new Page<ContactFormView>(forms, null);
    }

    private static async Task<Ok<ContactFormView>> GetAsync(string prefecture, HttpContext http, [AsParameters] ContactDesk desk)
    {
        var region = desk.Require(prefecture);
        var form = await desk.LoadAsync(region.Code);
        http.Response.Headers.ETag = ETags.Of(form.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await desk.ViewAsync(region, form.State));
    }

    private static async Task<Answer<ContactReceipt>> FileAsync(
        string prefecture, FileContactsRequest request, [AsParameters] ContactDesk desk)
    {
        var region = desk.Require(prefecture).Code;
        request.Validate();
        var form = await desk.LoadAsync(region);
        desk.Command.RequireVersion(form.Version);
        var duty = desk.DutyOf(region)!;
        var decision = form.Decide(new FileContacts(
            region, [.. request.People.Select(person => person.Role)], duty.Roles, duty.DueOn, duty.Rules, desk.Command.Actor, desk.Command.Today));
        var receipt = new ContactReceipt(region.Value, desk.Command.Today, decision.State.Filing!.Roles);
        return await desk.Command.CommitAsync(
            decision.Append,
            new Answer<ContactReceipt>(receipt, decision.Version),
            [.. request.People.Select(person => ContactPeople.Replace(region, person))]);
    }
}
