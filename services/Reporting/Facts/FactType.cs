using System.Reflection;
using System.Text.Json;
using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Reporting.Facts;

/// <summary>A contract whose events are recorded as facts: where its region and its business date are.</summary>
internal abstract class FactType(Type contract)
{
    /// <summary>The record of its data.</summary>
    public Type Contract => contract;

    /// <summary>CloudEvents type with version.</summary>
    public string Name { get; } = NameOf(contract);

    /// <summary>Service that publishes it: the second part of the type.</summary>
    public string Source => Name.Split('.')[1];

    /// <summary>Names of the contract's members as they are on the wire.</summary>
    public IReadOnlySet<string> Fields { get; } = contract
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
        .ToHashSet();

    /// <summary>Listens to the contract.</summary>
    public abstract ServiceMessaging ListenOn(ServiceMessaging messaging);

    private static string NameOf(Type contract) =>
        contract.GetCustomAttribute<PublicEventAttribute>()?.Type
        ?? throw new ArgumentException($"{contract} is not a public event.", nameof(contract));
}

/// <inheritdoc />
/// <typeparam name="TContract">The contract.</typeparam>
internal sealed class FactType<TContract>(Func<TContract, string> region, Func<TContract, DateOnly> businessDate)
    : FactType(typeof(TContract))
    where TContract : class
{
    public override ServiceMessaging ListenOn(ServiceMessaging messaging) => messaging.Consume<FactConsumer<TContract>>();

    /// <summary>The fact that a published event is.</summary>
    public FactRecorded FactOf(Guid eventId, long sequence, TContract contract) => new(
        eventId,
        Source,
        sequence,
        Name,
        region(contract),
        businessDate(contract),
        JsonSerializer.SerializeToElement(contract, PublicEventTypes.Json));
}
