using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments.Payees;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.KeyRings;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.PayeeAccounts;

/// <summary>
/// Lets a service know the accounts of those whom it pays. It also registers <see cref="PayeeAccountTable"/> among its inline projections.
/// </summary>
public static class PayeeAccountsExtensions
{
    /// <summary>Registers the stored names, which begin with the service's.</summary>
    /// <param name="types">The service's events.</param>
    /// <param name="service">Lower-case name of the service.</param>
    public static EventTypes AddPayeeAccounts(this EventTypes types, string service)
    {
        ArgumentNullException.ThrowIfNull(types);
        return types
            .Add<AccountProposed>($"{service}.payee_account_proposed.v1")
            .Add<AccountConfirmed>($"{service}.payee_account_confirmed.v1")
            .Add<AccountRefused>($"{service}.payee_account_refused.v1")
            .Add<AccountContested>($"{service}.payee_account_contested.v1")
            .Add<AccountUpheld>($"{service}.payee_account_upheld.v1")
            .Add<PayeeErased>($"{service}.payee_erased.v1")
            .Add<PayeeKeyRotated>($"{service}.payee_key_rotated.v1");
    }

    /// <summary>
    /// Registers what the routes, pay runs and the consumer need. Pay runs ask <see cref="IPayees"/> of it; a service that knows some of its payees otherwise
    /// registers an <see cref="IPayees"/> of its own afterwards, which asks <see cref="RegisteredPayees"/> of the others.
    /// </summary>
    /// <typeparam name="TIdentities">Whom the service pays.</typeparam>
    /// <param name="services">The service's container.</param>
    /// <param name="secrets">What payees' keys are wrapped by.</param>
    public static IServiceCollection AddPayeeAccounts<TIdentities>(this IServiceCollection services, PayeeSecrets secrets)
        where TIdentities : class, IPayeeIdentities =>
        services.AddPayeeKeys(secrets)
            .AddSingleton<IPayeeIdentities, TIdentities>()
            .AddSingleton(provider => new RegisteredPayees(
                provider.GetRequiredService<IEventStore>(),
                provider.GetRequiredService<NpgsqlDataSource>(),
                provider.GetRequiredService<IPayeeIdentities>(),
                provider.GetRequiredService<PayeeKeys>()))
            .AddSingleton<IPayees>(provider => provider.GetRequiredService<RegisteredPayees>())
            .AddUniqueConstraint("data_keys_pkey", "payee_account.pending", "已有一个收款账户待确认。");

    private static IServiceCollection AddPayeeKeys(this IServiceCollection services, PayeeSecrets secrets) =>
        services.AddSingleton(new PayeeKeyRing(secrets)).AddSingleton(PayeeKeys.Schema).AddSingleton<PayeeKeys>()
            .AddSingleton(provider => new PayeeRewrapOptions(provider.GetRequiredService<IConfiguration>().GetValue(PayeeRewrapOptions.BatchSizeKey, PayeeRewrapOptions.UsualBatchSize)))
            .AddSingleton<PayeeRewrap>().AddSingleton<KeyRewrapWorker<PayeeRewrap>>()
            .AddSingleton(provider => new KeyRotation<WrappingSecret>(
                provider.GetRequiredService<PayeeKeyRing>(),
                PayeeKeys.Tables,
                provider.GetRequiredService<NpgsqlDataSource>(),
                provider.GetRequiredService<IEventStore>()))
            .AddHostedService<PayeeKeyPreparation>()
            .AddHostedService(provider => provider.GetRequiredService<KeyRewrapWorker<PayeeRewrap>>())
            .AddUniqueConstraint(PayeeKeys.Tables.CurrentConstraint, "payees.key_changed", "收款账户主密钥刚刚更换，请重新提交。");

    /// <summary>Erases accounts with the people whose they are.</summary>
    public static ServiceMessaging ConsumePayeeErasures(this ServiceMessaging messaging)
    {
        ArgumentNullException.ThrowIfNull(messaging);
        return messaging.Consume<PayeeErasedConsumer>();
    }

    /// <summary>Maps <c>payee-accounts</c>, and what the ops team changes the secret by.</summary>
    /// <param name="routes">The service's routes.</param>
    /// <param name="payees">Roles of those who are paid.</param>
    public static void MapPayeeAccounts(this IEndpointRouteBuilder routes, params string[] payees)
    {
        routes.MapAccounts(payees);
        routes.MapKeys();
    }
}
