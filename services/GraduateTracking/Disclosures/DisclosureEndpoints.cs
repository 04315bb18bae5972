using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.Disclosures;

/// <summary>Body of <c>POST /v1/ledger/{personId}/disclosures</c>.</summary>
/// <param name="Purpose">What the data are needed for.</param>
internal sealed record DiscloseIdentityRequest(DisclosurePurpose Purpose);

/// <summary>Personal data in clear, and the audit entry that they were shown under.</summary>
internal sealed record DisclosedIdentity(Guid DisclosureId, Guid PersonId, string Name, string CitizenId, string Phone, string School);

/// <summary>Personal data are shown for a purpose, to the county's own clerks, after it was written down.</summary>
internal static class DisclosureEndpoints
{
    /// <summary>What each role may be shown personal data for.</summary>
    private static readonly (string Role, DisclosurePurpose[] Purposes)[] Allowed =
    [
        (Roles.Clerk, [DisclosurePurpose.Contact, DisclosurePurpose.Verification, DisclosurePurpose.Assistance, DisclosurePurpose.Complaint]),
        (Roles.Reviewer, [DisclosurePurpose.Verification, DisclosurePurpose.Complaint]),
        (Roles.Auditor, [DisclosurePurpose.Audit]),
    ];

    /// <summary>
    /// Not idempotent on purpose: a saved answer would keep personal data in clear, and each time they are shown counts.
    /// </summary>
    public static void MapDisclosures(this IEndpointRouteBuilder routes)
    {
        routes.MapV1("ledger").MapPost("/{personId:guid}/disclosures", DiscloseAsync).WithName("discloseIdentity")
            .WithExample(new DiscloseIdentityRequest(DisclosurePurpose.Contact))
            .WithSummary("Shows who a person is, after recording to whom and what for").RequireRoles([.. Allowed.Select(allowed => allowed.Role)]);
        routes.MapV1("disclosures").MapGet("", DisclosureList.ReadAsync).WithName("listDisclosures")
            .WithSummary("Who was shown whose personal data, when and what for").RequireRoles(Roles.Auditor);
    }

    private static async Task<Ok<DisclosedIdentity>> DiscloseAsync(
        Guid personId, DiscloseIdentityRequest request, Caller caller, HttpCommand command, LedgerQueries ledger, PersonVault vault,
        IEventStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!Allowed.Any(allowed => caller.Has(allowed.Role) && allowed.Purposes.Contains(request.Purpose)))
        {
            throw new ForbiddenException("disclosure.purpose_forbidden", "您的角色不能以该目的查看个人信息。");
        }

        if (await ledger.RegionOfAsync(personId, command.Today, cancellationToken) is not { } region || !caller.Covers(region))
        {
            throw LedgerEndpoints.NotFound();
        }

        var id = command.NewId();
        var audit = new IdentityDisclosed(id, personId, region, request.Purpose, command.Actor, command.Now);
        var stream = new StreamAppend(IdentityDisclosed.StreamOf(id), 0, [audit]);
        await store.AppendAsync(new Append([stream], new EventMetadata(command.Actor, Activity.Current?.Id)), CancellationToken.None);

        var people = await vault.ReadAsync([personId], cancellationToken);
        response.Headers.CacheControl = "no-store";
        return people.TryGetValue(personId, out var person)
            ? TypedResults.Ok(new DisclosedIdentity(id, personId, person.Name, person.CitizenId, person.Phone, person.School))
            : throw ApiException.NotFound("person.erased", "该人员的个人信息已按规定删除。");
    }
}
