using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.Internships.Preferences;

internal static class PreferenceEndpoints
{
    private static readonly PreferenceRequest Example = new(["430100"], ["research", "technical"], Money.Of(1800), ["软件工程"]);

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        var preferences = routes.MapV1("preferences");
        preferences.MapPost("", StateAsync).RequireRoles(Roles.Graduate).Idempotent()
            .WithName("StatePreferences").WithExample(Example).WithSummary("State what the caller looks for; replaces what was stated before");
        preferences.MapGet("", GetAsync).RequireRoles(Roles.Graduate)
            .WithName("GetPreferences").WithSummary("What the caller has stated");
        preferences.MapPost("withdrawal", WithdrawAsync).RequireRoles(Roles.Graduate).Idempotent()
            .WithName("WithdrawPreferences").WithSummary("Withdraw the preferences; nobody is shown them any more");
    }

    private static Task<Answer<PreferenceView>> StateAsync(
        PreferenceRequest request, HttpCommand command, Caller caller, IEventStore store, InternshipRules rules, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var person = await store.KnownAsync(caller, cancellation);
            var wishes = new Wishes(
                person.PersonId,
                [.. (request.Regions ?? []).Select(rules.RegionOnFile).Distinct()],
                [.. (request.Categories ?? []).Distinct()],
                request.LeastAllowance,
                [.. (request.Majors ?? []).Select(major => major.Trim()).Where(major => major.Length > 0).Distinct()]);
            var known = rules.Limits(person.Region, command.Today).Categories;
            return await CommitAsync(new StatePreferences(wishes, known, command.Today), person.PersonId, command, store, cancellation);
        });

    private static Task<Answer<PreferenceView>> WithdrawAsync(
        HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var person = await store.KnownAsync(caller, cancellation);
            return await CommitAsync(new WithdrawPreferences(person.PersonId, command.Today), person.PersonId, command, store, cancellation);
        });

    private static async Task<Answer<PreferenceView>> CommitAsync(
        PreferenceCommand step, Guid person, HttpCommand command, IEventStore store, CancellationToken cancellation)
    {
        var decision = (await store.PreferenceAsync(person, cancellation)).Decide(step);
        return await command.CommitAsync(decision.Append, new Answer<PreferenceView>(PreferenceView.Of(decision.State), decision.Version));
    }

    private static async Task<Ok<PreferenceView>> GetAsync(HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var person = await store.KnownAsync(caller, cancellation);
        var preference = await store.PreferenceAsync(person.PersonId, cancellation);
        http.Response.Headers.ETag = ETags.Of(preference.Version);
        return TypedResults.Ok(PreferenceView.Of(preference.State));
    }
}

/// <summary>What a person looks for; what is left out is open.</summary>
internal sealed record PreferenceRequest(
    [property: Description("Provinces, prefectures or counties, GB/T 2260")] IReadOnlyList<string>? Regions = null,
    [property: Description("Codes of post categories")] IReadOnlyList<string>? Categories = null,
    Money? LeastAllowance = null,
    IReadOnlyList<string>? Majors = null);

/// <summary>Preferences as stated.</summary>
internal sealed record PreferenceView(
    bool Stated, IReadOnlyList<string> Regions, IReadOnlyList<string> Categories, Money? LeastAllowance, IReadOnlyList<string> Majors)
{
    public static PreferenceView Of(PreferenceState state) => state is PreferenceState.Stated { Wishes: var wishes }
        ? new(true, [.. wishes.Regions.Select(region => region.Value)], wishes.Categories, wishes.LeastAllowance, wishes.Majors)
        : new(false, [], [], null, []);
}
