using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.PersonLinks;

/// <summary>Lets a service know which ids are of one person. It also registers <see cref="PersonLinkTable"/> among its inline projections.</summary>
public static class PersonLinksExtensions
{
    /// <summary>Registers the stored names, which begin with the service's.</summary>
    /// <param name="types">The service's events.</param>
    /// <param name="service">Lower-case name of the service.</param>
    public static EventTypes AddPersonLinks(this EventTypes types, string service)
    {
        ArgumentNullException.ThrowIfNull(types);
        return types
            .Add<PersonMerged>($"{service}.person_merged.v1")
            .Add<PersonUnmerged>($"{service}.person_unmerged.v1")
            .Add<PersonAbsorbed>($"{service}.person_absorbed.v1")
            .Add<PersonReleased>($"{service}.person_released.v1")
            .Add<PersonLinkUsed>($"{service}.person_link_used.v1");
    }

    /// <summary>Registers what the consumers and the route need.</summary>
    public static IServiceCollection AddPersonLinks(this IServiceCollection services) =>
        services.AddSingleton<ExclusiveGroups>().AddSingleton<DoubledList>()
        .AddSingleton(provider => new DoubledEntitlements(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<PayDesk>(), provider.GetRequiredService<ExclusiveGroups>()));

    /// <summary>Listens to the ledger.</summary>
    public static ServiceMessaging ConsumePersonLinks(this ServiceMessaging messaging)
    {
        ArgumentNullException.ThrowIfNull(messaging);
        return messaging.Consume<LedgerEntryMergedConsumer>().Consume<LedgerEntryUnmergedConsumer>();
    }

    /// <summary>Maps <c>doubled-entitlements</c>: what is owed twice because a person had two ids, until corrections end it.</summary>
    public static void MapDoubledEntitlements(this IEndpointRouteBuilder routes) =>
        routes.MapV1("doubled-entitlements").MapGet("", ListAsync).RequireRoles(Roles.Clerk, Roles.Approver, Roles.Auditor)
            .WithName("ListDoubledEntitlements").WithSummary("What is owed twice for a period because a person had two ids, of one kind or of kinds that exclude each other; corrections are proposed and approved");

    private static async Task<Ok<IReadOnlyList<DoubledRow>>> ListAsync(
        string? region, Caller caller, DoubledList doubled, CancellationToken cancellation) =>
        TypedResults.Ok(await doubled.ReadAsync(caller, region, cancellation));
}
