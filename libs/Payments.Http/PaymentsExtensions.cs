using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace YouthPlatform.Payments.Http;

/// <summary>Gives a service its pay runs and entitlements over HTTP.</summary>
public static class PaymentsExtensions
{
    /// <summary>Registers what the routes need.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="scheme">The programme that the service pays for, as in its entitlements' keys.</param>
    public static IServiceCollection AddPayments(this IServiceCollection services, string scheme) =>
        services.AddSingleton<PayDesk>().AddSingleton(new PaymentScheme(scheme)).AddSingleton<PayRunProposal>();

    /// <summary>Maps <c>pay-runs</c> and <c>entitlements</c>.</summary>
    public static void MapPayments(this IEndpointRouteBuilder routes)
    {
        routes.MapPayRuns();
        routes.MapEntitlements();
    }
}

/// <summary>The programme that a service pays for.</summary>
internal sealed record PaymentScheme(string Name);
