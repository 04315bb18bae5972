using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Payments.Payees;

namespace YouthPlatform.Payments.Http;

/// <summary>Gives a service its pay runs and entitlements over HTTP.</summary>
public static class PaymentsExtensions
{
    /// <summary>Registers what the routes need.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="scheme">The programme that the service pays for, as in its entitlements' keys.</param>
    public static IServiceCollection AddPayments(this IServiceCollection services, string scheme) =>
        services.AddSingleton<PayDesk>().AddSingleton(new PaymentScheme(scheme)).AddSingleton<PayRunProposal>().AddSingleton<PayeeHolds>();

    /// <summary>Says what the service knows of its payees: their confirmed accounts, and who is not paid at present.</summary>
    /// <typeparam name="TPayees">The service's knowledge.</typeparam>
    public static IServiceCollection AddPayees<TPayees>(this IServiceCollection services)
        where TPayees : class, IPayees =>
        services.AddSingleton<IPayees, TPayees>();

    /// <summary>Maps <c>pay-runs</c> and <c>entitlements</c>.</summary>
    public static void MapPayments(this IEndpointRouteBuilder routes)
    {
        routes.MapPayRuns();
        routes.MapEntitlements();
    }
}

/// <summary>The programme that a service pays for.</summary>
internal sealed record PaymentScheme(string Name);
